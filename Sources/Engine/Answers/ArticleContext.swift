import Answering
import NewsModel
import Primitives

/// What an article tells about each of its sentences: who "he" is, what the headline is about.
struct ArticleContext {
  /// For each sentence, how well it holds each term of the question itself.
  let own: [[Double]]
  private let filed: FiledArticle
  private let quick: QuickMatch
  private let question: Question
  private let resolved: [[Double]]
  private let title: [Double]
  private let lead: [Double]
  private let whole: [Double]
  private let speakers: Set<EntityIndex>
  private let named: Set<EntityIndex>

  /// How much a term counts that stands elsewhere than in the sentence: in a reference that was
  /// resolved, in the sentence before, in headline or lead, somewhere in the article.
  private enum Trust {
    static let reference = 0.9
    static let before = 0.6
    static let head = 0.6
    static let article = 0.35
  }

  /// So many sentences before another are near it.
  private static let nearby = 3

  init(_ filed: FiledArticle, quick: QuickMatch, question: Question) {
    self.filed = filed
    self.quick = quick
    self.question = question
    let sentences = filed.analysis.sentences
    own = sentences.map { quick.support(in: .init(filed.text, $0)) }
    let none = [Double](repeating: 0, count: quick.shares.count)
    title = quick.support(in: .init(filed.version.article.title ?? ""))
    lead = own.prefix(2).reduce(none, Self.larger)
    whole = own.reduce(none, Self.larger)
    resolved = Self.references(filed, quick, none)
    (speakers, named) = Self.entities(filed, question, quick)
  }

  /// The context of a sentence.
  func context(of index: Int) -> SentenceContext {
    let before = index > 0 ? own[index - 1] : title
    let support = quick.shares.indices.map { term in
      max(
        Trust.reference * resolved[index][term], Trust.before * before[term],
        Trust.head * max(title[term], lead[term]), Trust.article * whole[term])
    }
    var context = SentenceContext(
      support: support, resolved: resolved[index], position: index)
    context.around.before = before
    context.around.near = own[max(0, index - Self.nearby)..<index].reduce(before, Self.larger)
    context.around.head = Self.larger(title, lead)
    let range = filed.analysis.sentences[index]
    let reports = speakers.isEmpty ? [] : statements(in: range)
    context.reportsSpeaker = !reports.isEmpty
    context.quotesSpeaker = reports.contains { $0.form != .indirect }
    context.showsStance = showsStance(range)
    context.defines = question.kind == .definition && defines(range)
    return context
  }

  private func statements(in sentence: ByteRange) -> [Statement] {
    filed.analysis.statements.filter { statement in
      statement.speaker.map(speakers.contains) == true
        && statement.content.contains { sentence.overlaps($0) }
    }
  }

  private func showsStance(_ sentence: ByteRange) -> Bool {
    guard let polarity = question.polarity else { return false }
    return filed.analysis.stances.contains { stance in
      named.contains(stance.target) && sentence.overlaps(stance.evidence)
        && stance.polarity == (polarity ? .for : .against)
    }
  }

  private func defines(_ sentence: ByteRange) -> Bool {
    named.contains { entity in
      filed.analysis.entities[entity.rawValue].descriptions.contains { sentence.overlaps($0) }
    }
  }

  /// For each sentence the terms that are in the names of the entities that it mentions.
  private static func references(
    _ filed: FiledArticle, _ quick: QuickMatch, _ none: [Double]
  ) -> [[Double]] {
    var result = [[Double]](repeating: none, count: filed.analysis.sentences.count)
    for entity in filed.analysis.entities {
      let names = ([entity.name] + entity.aliases).joined(separator: " ")
      let support = quick.support(in: .init(names))
      guard support.contains(where: { $0 > 0 }) else { continue }
      for (index, sentence) in filed.analysis.sentences.enumerated()
      where entity.mentions.contains(where: { sentence.contains($0) }) {
        result[index] = larger(result[index], support)
      }
    }
    for (index, support) in pronouns(filed, quick) {
      result[index] = larger(result[index], support)
    }
    return result
  }

  /// For each sentence with a pronoun the terms in the words by which it was last spoken of: "It" after "the ministry".
  private static func pronouns(_ filed: FiledArticle, _ quick: QuickMatch) -> [(Int, [Double])] {
    filed.analysis.entities.flatMap { entity in
      var last: QuickMatch.Words?
      return entity.mentions.sorted().compactMap { mention -> (Int, [Double])? in
        let words = QuickMatch.Words(filed.text, mention)
        guard words.nameNothing else {
          last = words
          return nil
        }
        guard let last,
          let sentence = filed.analysis.sentences.firstIndex(where: { $0.contains(mention) })
        else { return nil }
        return (sentence, quick.support(in: last))
      }
    }
  }

  /// The entities that the question names: as speaker, and at all.
  private static func entities(
    _ filed: FiledArticle, _ question: Question, _ quick: QuickMatch
  ) -> (speakers: Set<EntityIndex>, named: Set<EntityIndex>) {
    var speakers: Set<EntityIndex> = []
    var named: Set<EntityIndex> = []
    let wanted = Set(question.speakerWords)
    let names = Set(zip(question.telling, question.areNames).filter(\.1).map(\.0))
    for entity in filed.analysis.entities {
      for name in [entity.name] + entity.aliases {
        let words = Set(SearchExpression.words(in: UTF8Text(name)).map(\.word))
        guard let last = SearchExpression.words(in: UTF8Text(name)).last?.word else { continue }
        if !wanted.isEmpty, wanted.isSubset(of: words) || wanted.contains(last) {
          speakers.insert(entity.id)
        }
        if names.contains(last) { named.insert(entity.id) }
      }
    }
    return (speakers, named)
  }

  private static func larger(_ a: [Double], _ b: [Double]) -> [Double] {
    zip(a, b).map { max($0, $1) }
  }
}
