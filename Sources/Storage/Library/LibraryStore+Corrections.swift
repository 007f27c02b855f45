import NewsModel
import Primitives

extension LibraryStore {
  /// The sentences of a replaced version that are not in the current one, in their order, each with the
  /// date of the version that took it out.
  ///
  /// Sentences are compared word for word, by their digests; one that has only moved is still there.
  static func corrections(
    of article: ArticleID, ordinal: Int, _ connection: SQLiteConnection
  ) throws -> [Correction] {
    let later = try connection.query(
      "SELECT seq, stamp FROM version WHERE article = ? AND ordinal >= ? ORDER BY ordinal",
      [.text(article.rawValue), .integer(ordinal)]
    ) { (row: $0.integer(0), stamp: $0.text(1)) }
    guard later.count > 1, let own = later.first, let current = later.last else { return [] }
    let kept = try digests(of: current.row, connection)
    let gone = try connection.query(
      "SELECT start, end, digest FROM \(sentencesOfVersion) ORDER BY start", [.integer(own.row)]
    ) { (start: $0.integer(0), end: $0.integer(1), digest: sentenceDigest($0, 2)) }
    // A damaged row has no range; `verify` names it.
    .filter { !kept.contains($0.digest) && 0 <= $0.start && $0.start <= $0.end }
    guard !gone.isEmpty else { return [] }
    let between = try later.map { try digests(of: $0.row, connection) }
    return gone.map { start, end, digest in
      // The last version that has it; the one after took it out.
      let last = between.lastIndex { $0.contains(digest) } ?? 0
      let stamp = later[min(last + 1, later.count - 1)].stamp
      return Correction(sentence: ByteRange(start, end), on: CivilTime(iso8601: stamp))
    }
  }

  private static func digests(
    of version: Int, _ connection: SQLiteConnection
  ) throws -> Set<Int> {
    Set(
      try connection.query("SELECT digest FROM \(sentencesOfVersion)", [.integer(version)]) {
        sentenceDigest($0, 0)
      })
  }
}
