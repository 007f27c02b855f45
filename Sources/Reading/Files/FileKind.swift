import Glibc

/// What stands at a path.
enum FileKind: Equatable {
  case file
  case folder
  case linkedFolder
  /// A pipe or terminal: can be read, but only once.
  case stream
  /// A device or socket.
  case other
  case missing
  case unreadable(String)

  /// Asks the system.
  init(path: String) {
    var found = stat()
    guard unsafe lstat(path, &found) == 0 else {
      self = Self.fault(errno)
      return
    }
    let isLink = found.st_mode & S_IFMT == S_IFLNK
    if isLink, unsafe stat(path, &found) != 0 {
      self = Self.fault(errno)
      return
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = isLink ? .linkedFolder : .folder
    case S_IFIFO, S_IFCHR: self = .stream
    default: self = .other
    }
  }

  private static func fault(_ code: Int32) -> FileKind {
    switch FileFault(code: code).reason {
    case .unreadable(let why): .unreadable(why)
    default: .missing
    }
  }
}

/// The names in a folder, sorted by their bytes; throws when it cannot be listed.
func namesInFolder(_ path: String) throws(FileFault) -> [String] {
  guard let folder = unsafe opendir(path) else { throw FileFault(code: errno) }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
