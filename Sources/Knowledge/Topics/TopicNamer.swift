import NewsModel
import Primitives

/// Names a topic with words that its own articles use.
///
/// A name is a run of words that many of the articles share, that few others of the library know, and
/// that stands where a noun phrase can stand. Without one, the headline of the central story is the name.
struct TopicNamer {
  /// How many articles of one topic are read for its name at most.
  private static let mostArticles = 24
  /// How much of a text is read for the name of its topic, in bytes.
  private static let textBytes = 4000
  /// How many phrases are weighed against the rest of the library.
  private static let mostPhrases = 80
  /// The least share of the articles that use the name.
  private static let leastShare = 0.3
  /// The least score of a name for several stories; the headline of one of them would mislead.
  private static let leastScore = 0.05
  /// The least score of a name for one story, which its own headline names well.
  private static let leastScoreOfOneStory = 0.35

  private let articles: [AnalysedArticle]
  private let features: [ArticleFeatures]
  private let vectors: TermVectors

  /// Knows the articles, in order of publication.
  init(_ articles: [AnalysedArticle], _ features: [ArticleFeatures], _ vectors: TermVectors) {
    self.articles = articles
    self.features = features
    self.vectors = vectors
  }

  /// The name of the topic that the stories make.
  func name(of stories: [GroupedStory]) -> String {
    let read = sample(stories)
    guard read.count > 2 || stories.count > 1,
      let name = best(read, stories)
    else { return HeadlineShortener.shortened(central(stories)) }
    return name
  }

  private func central(_ stories: [GroupedStory]) -> String {
    let biggest = stories.max { a, b in
      (a.originals.count, a.members.count) < (b.originals.count, b.members.count)
    }
    return biggest?.story.headline ?? ""
  }

  /// The originals in turn from each story, earliest first.
  private func sample(_ stories: [GroupedStory]) -> [Int] {
    var chosen: [Int] = []
    var round = 0
    while chosen.count < Self.mostArticles {
      let next = stories.compactMap { $0.originals.dropFirst(round).first }
      if next.isEmpty { break }
      chosen.append(contentsOf: next)
      round += 1
    }
    return Array(chosen.prefix(Self.mostArticles)).sorted()
  }

  private func best(_ read: [Int], _ stories: [GroupedStory]) -> String? {
    let tally = PhraseTally(read.flatMap(texts))
    let scoring = PhraseScore(tally, articles: read.count)
    let least = max(2, Int((Self.leastShare * Double(read.count)).rounded(.up)))
    let drafts = tally.phrases.values
      .filter { $0.articles >= least }
      .map { (phrase: $0, score: scoring.form($0)) }
      .filter { $0.score > 0 }
      .sorted { ($0.score, $1.phrase.key) > ($1.score, $0.phrase.key) }
    let members = stories.flatMap(\.members)
    let weighed = drafts.prefix(Self.mostPhrases).map { draft in
      (draft.phrase, draft.score * specificity(draft.phrase, tally, members))
    }
    guard let best = weighed.max(by: { ($0.1, $1.0.key) < ($1.1, $0.0.key) }),
      suits(best.0, score: best.1, storyCount: stories.count)
    else { return nil }
    return PhraseWording(tally).name(best.0)
  }

  private func suits(_ phrase: PhraseTally.Phrase, score: Double, storyCount: Int) -> Bool {
    if storyCount > 1 { return score >= Self.leastScore }
    return score >= Self.leastScoreOfOneStory && phrase.contentWords > 1
  }

  private func texts(_ article: Int) -> [PhraseTally.Text] {
    let source = articles[article].article
    let text = Array(source.text.utf8.prefix(Self.textBytes))
    let headline = Array((source.title ?? "").utf8)
    return [(headline, true), (text, false)].map { bytes, isHeadline in
      PhraseTally.Text(
        article: article, isHeadline: isHeadline, bytes: bytes,
        words: PhraseWord.words(of: bytes, isHeadline: isHeadline))
    }
  }

  /// Of the articles that use the phrase's rarest word, the share that is of this topic.
  private func specificity(
    _ phrase: PhraseTally.Phrase, _ tally: PhraseTally, _ members: [Int]
  ) -> Double {
    let shares = tally.contentWords(of: phrase).map { word in
      let inside = members.count { features[$0].contains(word.stem) }
      return Double(inside) / Double(max(inside, vectors.frequency(of: word.stem), 1))
    }
    return shares.max() ?? 0
  }
}
