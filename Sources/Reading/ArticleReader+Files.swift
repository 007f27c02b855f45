import NewsModel
import Primitives

extension ArticleReader {
  /// Reads one file.
  func readFile(_ path: String, each: (ReadOutcome) throws -> Void) throws {
    let source: FileSource
    do throws(FileFault) {
      source = try FileSource(path: path)
    } catch {
      return try each(.refused(Refusal(path, error.reason)))
    }
    try readSource(source, name: path, each: each)
  }

  /// Reads a folder in the order of its names, with all folders in it.
  func readFolder(_ path: String, each: (ReadOutcome) throws -> Void) throws {
    let files = FileWalk(root: path).entries()
    if files.isEmpty { try each(.refused(Refusal(path, .emptyFolder))) }
    for file in files {
      if let reason = file.refusal {
        try each(.refused(Refusal(file.path, reason)))
      } else {
        try readFile(file.path, each: each)
      }
    }
  }

  /// Reads an open file.
  func readSource(
    _ source: borrowing FileSource, name: String, each: (ReadOutcome) throws -> Void
  ) throws {
    try readStream(
      ContentName(path: name, limits: limits),
      next: {
        do throws(FileFault) {
          let bytes = try source.chunk()
          return bytes.isEmpty ? .end : .bytes(bytes)
        } catch {
          return .fault(error.reason)
        }
      }, each: each)
  }
}
