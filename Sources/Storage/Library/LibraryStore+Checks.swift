public import NewsModel
import Primitives

/// Something stored beside an article that no longer agrees with it.
public struct StoredFault: Hashable, Sendable {
  /// The article.
  public let article: ArticleID
  /// Which of its versions.
  public let ordinal: Int
  /// The words that now stand where a sentence should, when it is about one.
  public let words: String?
  /// What is wrong, in one sentence.
  public let reason: String
}

extension LibraryStore {
  /// Compares what is repeated of each version, for lists and for search, with the version itself.
  ///
  /// Each stored sentence must have the words that were filed, and there must be one for each sentence of
  /// the analysis; the columns that lists are made from must say what the article says.
  public func storedFaults() throws -> [StoredFault] {
    var faults: [StoredFault] = []
    try eachVersion(currentOnly: false) { version, analysis, seq in
      func fault(_ reason: String, words: String? = nil) {
        faults.append(
          StoredFault(
            article: version.article.id, ordinal: version.ordinal, words: words, reason: reason))
      }
      let sentences = try storedSentences(of: seq)
      let text = UTF8Text(version.article.text)
      for (start, end, digest) in sentences {
        let words = 0 <= start && start <= end ? text.words(at: ByteRange(start, end)) : nil
        guard words.map(Self.sentenceDigest) != digest else { continue }
        fault(
          "this sentence is not the one that was filed",
          words: words ?? "bytes \(start) to \(end), which the text does not have")
      }
      let places = Set(sentences.map { "\($0.start) \($0.end)" })
      for sentence in analysis.sentences where !places.contains("\(sentence.start) \(sentence.end)")
      {
        fault("this sentence cannot be found by search", words: text.words(at: sentence))
      }
      if sentences.count > analysis.sentences.count {
        fault("more sentences can be found by search than the article has")
      }
      for column in try wrongColumns(of: version, seq) {
        fault("the \(column) kept for lists is not the article's")
      }
    }
    return faults
  }

  private func storedSentences(
    of version: Int
  ) throws -> [(start: Int, end: Int, digest: Int)] {
    try pool.read {
      try $0.query(
        "SELECT start, end, digest FROM \(Self.sentencesOfVersion) ORDER BY start",
        [.integer(version)]
      ) { ($0.integer(0), $0.integer(1), Self.sentenceDigest($0, 2)) }
    }
  }

  /// The names of the columns that do not say what the article says.
  private func wrongColumns(of version: ArticleVersion, _ seq: Int) throws -> [String] {
    let expected = Self.listColumns(of: version.article)
    let names = expected.map(\.name).joined(separator: ", ")
    let stored = try pool.read {
      try $0.first("SELECT \(names) FROM version WHERE seq = ?", [.integer(seq)]) { row in
        (0..<Int32(expected.count)).map { row.value($0) }
      }
    }
    return zip(expected, stored ?? []).filter { $0.0.value != $0.1 }.map(\.0.name)
  }
}
