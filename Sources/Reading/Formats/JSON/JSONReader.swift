import NewsModel
import Primitives

/// Reads a file with one JSON value: a JSON Feed, ninjs, an article record, or a list of these.
struct JSONReader {
  let limits: ReadingLimits

  /// Reads a document; items of a list are named `path#number`.
  func read(
    _ bytes: [UInt8], name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    let value: JSONValue
    do throws(ReadingFault) {
      let text = try TextDecoder.decode(bytes, declared: nil)
      value = try Self.parse(text)
    } catch {
      return try each(.refused(Refusal(name, error.reason)))
    }
    if JSONFeedReader.isFeed(value) {
      return try JSONFeedReader(limits: limits).read(value, name: name, each: each)
    }
    guard let items = Self.list(value) else {
      return try readItem(value, input: name, name: name, each: each)
    }
    if items.isEmpty { try each(.refused(Refusal(name, .emptyFeed(title: nil)))) }
    for (index, item) in items.enumerated() {
      try readItem(item, input: "\(name)#\(index + 1)", name: name, each: each)
    }
  }

  private static func parse(_ bytes: [UInt8]) throws(ReadingFault) -> JSONValue {
    do throws(JSONParser.Fault) {
      return try JSONParser.parse(bytes)
    } catch {
      throw ReadingFault(.brokenDocument(error.description))
    }
  }

  /// The items of a list, or of an object that is nothing but the wrapper of one.
  private static func list(_ value: JSONValue) -> [JSONValue]? {
    if case .array(let items) = value { return items }
    guard !NinjsReader.isItem(value), value["text"] == nil else { return nil }
    for field in value.fields {
      if case .array(let items) = field.value, items.contains(where: isItem) { return items }
    }
    return nil
  }

  private static func isItem(_ value: JSONValue) -> Bool {
    NinjsReader.isItem(value) || isRecord(value)
  }

  private static func isRecord(_ value: JSONValue) -> Bool {
    if case .string = value["text"] { true } else { false }
  }

  private func readItem(
    _ value: JSONValue, input: String, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    if Self.isRecord(value) {
      try each(record(value, input: input, name: name))
    } else if NinjsReader.isItem(value) {
      try NinjsReader(limits: limits).read(value, input: input, file: name, each: each)
    } else {
      try each(.refused(Refusal(input, .unknownJSON)))
    }
  }

  private func record(_ value: JSONValue, input: String, name: String) -> ReadOutcome {
    do {
      let line = try CanonicalJSON.encode(value)
      return RecordReader(limits: limits).read(.whole(line), input: input, file: name)
        ?? .refused(Refusal(input, .emptyRecord))
    } catch {
      return .refused(Refusal(input, .brokenDocument("\(error)")))
    }
  }
}
