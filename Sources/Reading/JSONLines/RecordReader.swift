import NewsModel
import Primitives

/// Reads one line of JSON Lines as an article; its text comes back byte for byte.
struct RecordReader {
  let limits: ReadingLimits

  /// The article or refusal that a line gives; nil for a blank line.
  func read(_ line: LineSplitter.Line, input: String, file: String) -> ReadOutcome? {
    guard case .whole(let bytes) = line else {
      return .refused(Refusal(input, .lineTooLong(limit: limits.articleBytes)))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if content.allSatisfy(\.isASCIIWhitespace) { return nil }
    do {
      return .article(try article(content, file: file))
    } catch let reason as RecordFault {
      if let outcome = NinjsReader(limits: limits).outcome(line: content, input: input, file: file)
      {
        return outcome
      }
      return .refused(Refusal(input, reason.reason))
    } catch {
      return .refused(Refusal(input, .brokenJSON("\(error)")))
    }
  }

  private func article(_ bytes: [UInt8], file: String) throws -> Article {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw RecordFault(reason: .brokenJSON("it is not UTF-8"))
    }
    do {
      var article = try CanonicalJSON.decode(Article.self, from: bytes)
      if article.text.utf8.allSatisfy(\.isASCIIWhitespace) {
        throw RecordFault(reason: .emptyRecord)
      }
      if article.file == nil { article.file = file }
      return article
    } catch let error as DecodingError {
      throw RecordFault(error)
    }
  }
}

/// Why a line is no article record.
struct RecordFault: Error {
  let reason: RefusalReason

  init(reason: RefusalReason) {
    self.reason = reason
  }

  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, _):
      reason = .recordField("the field \"\(key.stringValue)\" is missing; add it")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      reason = .recordField("\(Self.place(context)) is of another kind than the record asks for")
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      reason = .recordField("\(Self.place(context)): \(context.debugDescription)")
    case .dataCorrupted(let context):
      reason = .brokenJSON(Self.cause(context))
    @unknown default:
      reason = .brokenJSON("\(error)")
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    guard let key = context.codingPath.first else { return "the line" }
    return "the field \"\(key.stringValue)\""
  }

  private static func cause(_ context: DecodingError.Context) -> String {
    guard let error = context.underlyingError else { return context.debugDescription }
    return "\(error)"
  }
}
