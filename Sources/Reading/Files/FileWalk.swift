/// Lists the files of a folder and of the folders in it, in the order of their names.
struct FileWalk {
  /// A file to read, or a thing that is refused.
  struct Entry {
    let path: String
    let refusal: RefusalReason?
  }

  let root: String

  /// All files, depth first; a folder's content stands where its name sorts.
  func entries() -> [Entry] {
    var found: [Entry] = []
    var pending = [root]
    while let path = pending.popLast() {
      visit(path, into: &found, pending: &pending)
    }
    return found
  }

  private func visit(_ path: String, into found: inout [Entry], pending: inout [String]) {
    switch path == root ? .folder : FileKind(path: path) {
    case .folder: list(path, into: &found, pending: &pending)
    case .file: found.append(Entry(path: path, refusal: refusal(ofFile: path)))
    case .linkedFolder: found.append(Entry(path: path, refusal: .linkedFolder))
    case .missing: found.append(Entry(path: path, refusal: .missing))
    case .unreadable(let why): found.append(Entry(path: path, refusal: .unreadable(why)))
    case .stream, .other: found.append(Entry(path: path, refusal: .notAFile))
    }
  }

  private func list(_ path: String, into found: inout [Entry], pending: inout [String]) {
    do throws(FileFault) {
      let names = try namesInFolder(path)
      let prefix = path.hasSuffix("/") ? path : path + "/"
      pending.append(contentsOf: names.reversed().map { prefix + $0 })
    } catch {
      found.append(Entry(path: path, refusal: error.reason))
    }
  }

  /// A name without a suffix is sniffed; a suffix that is not known is refused.
  private func refusal(ofFile path: String) -> RefusalReason? {
    let suffix = ContentKind.suffix(of: path)
    return suffix.isEmpty || ContentKind(suffix: suffix) != nil ? nil : .unknownType(suffix)
  }
}
