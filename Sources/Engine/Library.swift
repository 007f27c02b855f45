import NewsModel
public import Primitives
import Storage

/// A library of articles and all that is known from them: the one façade of the product.
///
/// Reading is synchronous and safe from any thread; every answer sees one unchanging view. Filing goes
/// through `Ingester`.
public final class Library: Sendable {
  /// What may be done with a library.
  public enum Access: Sendable {
    /// Reads an existing library.
    case read
    /// Reads and files; makes the library when there is none.
    case write
  }

  let store: LibraryStore
  let recentDossiers = RecentDossiers()
  private let givenClock: CivilTime?

  /// Opens the library at `path`.
  ///
  /// `now` sets the edition's clock; without it the clock stands at the latest publication, so that the
  /// same articles give the same edition on any day.
  public init(path: String, access: Access = .read, now: CivilTime? = nil) throws {
    store = try LibraryStore(path: path, access: access == .read ? .read : .write)
    givenClock = now
  }

  /// The path of the library's file.
  public var path: String { store.path }

  /// The edition's clock; where no clock was given and no article has a date, 1970-01-01 stands in for it.
  public func now() throws -> CivilTime { try clock() ?? CivilTime(secondsSinceEpoch: 0) }

  /// The edition's clock; nil where none was given and no article has a date.
  public func clock() throws -> CivilTime? {
    try givenClock ?? store.note(Self.clockKey).flatMap { CivilTime(iso8601: $0) }
  }

  static let clockKey = "clock"
  static let contentKey = "content"
  static let rulesKey = "rules"

  /// What the library holds and which edition it is.
  public func overview() throws -> LibraryOverview {
    let counts = try store.counts()
    return LibraryOverview(
      articleCount: counts.articles, versionCount: counts.versions, outletCount: counts.outlets,
      originCount: counts.origins, storyCount: counts.stories, topicCount: counts.topics,
      statementCount: counts.statements,
      firstDay: counts.firstDay.flatMap { CivilTime(iso8601: $0) },
      lastDay: counts.lastDay.flatMap { CivilTime(iso8601: $0) }, edition: try edition(),
      now: try now())
  }

  /// The name of this edition: a digest of the articles, the rules, the clock and what editors decided.
  public func edition() throws -> String {
    let content = try store.note(Self.contentKey) ?? ""
    let rules = try store.note(Self.rulesKey) ?? ""
    let decided = try store.overlay().digest
    let fields = [content, rules, try now().description] + (decided.isEmpty ? [] : [decided])
    return Digest(fields: fields).short(16)
  }
}
