import NewsModel
import Primitives

/// Reads files, folders and standard input as articles: pages, feeds, news formats, tables, text.
///
/// Nothing is lost silently: every input gives an article or a refusal that names it.
/// ```swift
/// try ArticleReader().read(path: "articles") { outcome in
///   switch outcome {
///   case .article(let article): print(article.title ?? "untitled")
///   case .refused(let refusal): print("\(refusal.input): \(refusal.reason)")
///   }
/// }
/// ```
public struct ArticleReader: Sendable {
  let limits: ReadingLimits

  /// Creates a reader with the given bounds.
  public init(limits: ReadingLimits = .standard) {
    self.limits = limits
  }

  /// Reads a file, or all files of a folder in the order of their names; hidden files are skipped.
  ///
  /// A file that cannot be read is a refusal; only errors of `each` are thrown.
  public func read(path: String, each: (ReadOutcome) throws -> Void) throws {
    switch FileKind(path: path) {
    case .file, .stream: try readFile(path, each: each)
    case .folder, .linkedFolder: try readFolder(path, each: each)
    case .other: try each(.refused(Refusal(path, .notAFile)))
    case .missing: try each(.refused(Refusal(path, .missing)))
    case .unreadable(let why): try each(.refused(Refusal(path, .unreadable(why))))
    }
  }

  /// Reads standard input, named "-": whatever its first bytes show it to be.
  public func readStandardInput(each: (ReadOutcome) throws -> Void) throws {
    try readSource(FileSource.standardInput, name: "-", each: each)
  }

  /// Reads one file's content; its kind follows from the name, else from the first bytes.
  public func read(
    bytes: [UInt8], name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    var rest: [UInt8]? = bytes
    try readStream(
      ContentName(path: name, limits: limits),
      next: {
        defer { rest = nil }
        return rest.map { $0.isEmpty ? .end : .bytes($0) } ?? .end
      }, each: each)
  }

  /// Reads content that is one article.
  func article(_ bytes: [UInt8], kind: ContentKind, name: String) -> ReadOutcome {
    do throws(ReadingFault) {
      switch kind {
      case .html: return .article(try PageReader(limits: limits).read(bytes, file: name))
      default:
        let text = try TextDecoder.decode(bytes, declared: nil)
        return .article(try TextReader(isMarkdown: kind == .markdown).read(text, file: name))
      }
    } catch {
      return .refused(Refusal(name, error.reason))
    }
  }
}

/// Why content gives no article.
struct ReadingFault: Error {
  let reason: RefusalReason

  init(_ reason: RefusalReason) {
    self.reason = reason
  }
}
