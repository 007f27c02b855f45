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

  /// The shortest name, in bytes: "N" was cut out of "N.H.".
  private static let shortest = 3

  /// The other articles that a phrase's words are expected among, by the rarity of words.
  private static let otherArticles = 500.0

  private let shelf: any KnowledgeShelf

  /// Reads articles from `shelf`.
  init(_ shelf: any KnowledgeShelf) {
    self.shelf = shelf
  }

  /// The name of the topic that the stories, earliest first, make.
  func name(of stories: [FilingRecords.StoryRecord]) throws -> String {
    let read = sample(stories)
    guard read.count > 2 || stories.count > 1, let name = try best(read, storyCount: stories.count)
    else { return HeadlineShortener.shortened(central(stories)) }
    return name
  }

  private func central(_ stories: [FilingRecords.StoryRecord]) -> String {
    let biggest = stories.max { a, b in
      (a.originals.count, a.story.members.count) < (b.originals.count, b.story.members.count)
    }
    return biggest?.story.story.headline ?? ""
  }

  /// The originals in turn from each story, earliest first: once there are enough stories, always the same.
  private func sample(_ stories: [FilingRecords.StoryRecord]) -> [Int] {
    var chosen: [LinkItem] = []
    var round = 0
    while chosen.count < Self.mostArticles {
      let next = stories.compactMap { $0.originals.dropFirst(round).first }
      if next.isEmpty { break }
      chosen.append(contentsOf: next)
      round += 1
    }
    return chosen.prefix(Self.mostArticles).sorted { $0.order < $1.order }.map(\.key)
  }

  private func best(_ read: [Int], storyCount: Int) throws -> String? {
    let tally = PhraseTally(try read.enumerated().flatMap { try texts($1, number: $0) })
    let scoring = PhraseScore(tally, articles: read.count)
    let least = max(2, Int((Self.leastShare * Double(read.count)).rounded(.up)))
    let drafts = tally.phrases.values
      .filter { $0.articles >= least }
      .map { (phrase: $0, score: scoring.form($0)) }
      .filter { $0.score > 0 }
      .sorted { ($0.score, $1.phrase.key) > ($1.score, $0.phrase.key) }
    let stems = Self.stems(tally)
    let weighed = drafts.prefix(Self.mostPhrases).map { draft in
      (draft.phrase, draft.score * Self.specificity(draft.phrase, tally, stems))
    }
    guard let best = weighed.max(by: { ($0.1, $1.0.key) < ($1.1, $0.0.key) }),
      suits(best.0, score: best.1, storyCount: storyCount)
    else { return nil }
    let name = PhraseWording(tally).name(best.0)
    return name.utf8.count >= Self.shortest ? name : nil
  }

  private func suits(_ phrase: PhraseTally.Phrase, score: Double, storyCount: Int) -> Bool {
    if storyCount > 1 { return score >= Self.leastScore }
    return score >= Self.leastScoreOfOneStory && phrase.contentWords > 1
  }

  private func texts(_ key: Int, number: Int) throws -> [PhraseTally.Text] {
    guard let source = try shelf.origins.article(key) else { return [] }
    let text = Array(source.text.utf8.prefix(Self.textBytes))
    let headline = Array((source.title ?? "").utf8)
    return [(headline, true), (text, false)].map { bytes, isHeadline in
      PhraseTally.Text(
        article: number, isHeadline: isHeadline, bytes: bytes,
        words: PhraseWord.words(of: bytes, isHeadline: isHeadline))
    }
  }

  /// The stems that each article of a tally has.
  private static func stems(_ tally: PhraseTally) -> [Set<UInt64>] {
    var stems: [Int: Set<UInt64>] = [:]
    for text in tally.texts { stems[text.article, default: []].formUnion(text.words.map(\.stem)) }
    return Array(stems.values)
  }

  /// Of the articles that use the phrase's rarest word, the share that is of this topic.
  ///
  /// How many others use a word is what the rarity of words lets expect, so that a topic's name changes with the
  /// topic only.
  private static func specificity(
    _ phrase: PhraseTally.Phrase, _ tally: PhraseTally, _ articles: [Set<UInt64>]
  ) -> Double {
    let shares = tally.contentWords(of: phrase).map { word in
      let inside = Double(articles.count { $0.contains(word.stem) })
      let outside = WordRarity.perThousand(word.stem) / 1000 * otherArticles
      return inside / max(inside + outside, 1)
    }
    return shares.max() ?? 0
  }
}
