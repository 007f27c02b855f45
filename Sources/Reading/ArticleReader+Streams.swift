import NewsModel
import Primitives

extension ArticleReader {
  /// Reads a content piece by piece: archives, web archives, tables and JSON Lines as streams, all else
  /// whole and within the limit.
  func readStream(
    _ name: ContentName, next: () -> StreamChunk, each: (ReadOutcome) throws -> Void
  ) rethrows {
    var head: [UInt8] = []
    var chunk = next()
    // A first chunk can be shorter than what tells the kind.
    while case .bytes(let bytes) = chunk {
      head += bytes
      if head.count >= 4096 { break }
      chunk = next()
    }
    if case .fault(let reason) = chunk {
      return try each(.refused(Refusal(name.path, reason)))
    }
    guard !head.isEmpty else { return try each(.refused(Refusal(name.path, .empty))) }
    try readStream(name, head: head, next: next, each: each)
  }

  private func readStream(
    _ name: ContentName, head: [UInt8], next: () -> StreamChunk,
    each: (ReadOutcome) throws -> Void
  ) rethrows {
    switch ContentKind(name: name.suffix, head: Array(head.prefix(4096))) {
    case .jsonLines:
      var lines = JSONLinesReader(limits: limits, name: name.path)
      try feed(head, next, name, each) { (bytes) throws in try lines.take(bytes, each: each) }
      try lines.finish(each: each)
    case .archive:
      try ArchiveReader(reader: self, name: name).read(head: head, next: next, each: each)
    case .warc:
      var records = WebArchiveReader(reader: self, name: name)
      try feed(head, next, name, each) { (bytes) throws in try records.take(bytes, each: each) }
      try records.finish(each: each)
    case .table:
      var rows = TableReader(limits: limits, name: name.path, isTabbed: name.suffix == "tsv")
      try feed(head, next, name, each) { (bytes) throws in try rows.take(bytes, each: each) }
      try rows.finish(each: each)
    case let kind:
      var bytes = head
      var fault: RefusalReason?
      reading: while bytes.count <= limits.articleBytes {
        switch next() {
        case .bytes(let more): bytes += more
        case .end: break reading
        case .fault(let reason):
          fault = reason
          break reading
        }
      }
      if let fault { return try each(.refused(Refusal(name.path, fault))) }
      try readWhole(bytes, kind: kind, name: name.path, each: each)
    }
  }

  /// Hands a stream on piece by piece; a fault is refused by name after what came before it.
  private func feed(
    _ head: [UInt8], _ next: () -> StreamChunk, _ name: ContentName,
    _ each: (ReadOutcome) throws -> Void, take: ([UInt8]) throws -> Void
  ) rethrows {
    try take(head)
    while true {
      switch next() {
      case .bytes(let bytes): try take(bytes)
      case .end: return
      case .fault(let reason): return try each(.refused(Refusal(name.path, reason)))
      }
    }
  }

  /// Reads content that is in memory as a whole.
  private func readWhole(
    _ bytes: [UInt8], kind: ContentKind, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard bytes.contains(where: { !$0.isASCIIWhitespace }) else {
      return try each(.refused(Refusal(name, .empty)))
    }
    guard bytes.count <= limits.articleBytes else {
      return try each(.refused(Refusal(name, .tooLarge(limit: limits.articleBytes))))
    }
    switch kind {
    case .xml: try XMLReader(limits: limits).read(bytes, name: name, each: each)
    case .json: try JSONReader(limits: limits).read(bytes, name: name, each: each)
    default: try each(article(bytes, kind: kind, name: name))
    }
  }
}
