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

  /// Reads an open file: JSON Lines as a stream, all else whole and within the limit.
  func readSource(
    _ source: borrowing FileSource, name: String, each: (ReadOutcome) throws -> Void
  ) throws {
    do {
      var bytes = try source.chunk()
      if isJSONLines(bytes, name: name) {
        return try readLines(from: bytes, source, name: name, each: each)
      }
      while bytes.count <= limits.articleBytes {
        let more = try source.chunk()
        if more.isEmpty { break }
        bytes += more
      }
      try read(bytes: bytes, name: name, each: each)
    } catch let fault as FileFault {
      try each(.refused(Refusal(name, fault.reason)))
    }
  }

  private func isJSONLines(_ head: [UInt8], name: String) -> Bool {
    let suffix = ContentKind.suffix(of: name)
    return (ContentKind(suffix: suffix) ?? ContentKind(sniffing: head)) == .jsonLines
  }

  private func readLines(
    from head: [UInt8], _ source: borrowing FileSource, name: String,
    each: (ReadOutcome) throws -> Void
  ) throws {
    var lines = JSONLinesReader(limits: limits, name: name)
    var chunk = head
    while !chunk.isEmpty {
      try lines.take(chunk, each: each)
      chunk = try source.chunk()
    }
    try lines.finish(each: each)
  }
}
