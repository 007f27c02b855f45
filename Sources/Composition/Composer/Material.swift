import NewsModel
import Primitives

/// What the composers choose from: the sentences of a topic that can stand alone.
///
/// Copies are left out: a text that ran in seven outlets is one source.
struct Material {
  /// A sentence that can stand alone.
  struct Sentence {
    /// Its index in `sentences`.
    fileprivate(set) var place: Int
    /// The index of its article in `originals`.
    let article: Int
    /// Which sentence of the article it is.
    let position: Int
    /// Where it stands.
    let range: ByteRange
    /// Where its own words stand, behind a dateline.
    let body: ByteRange
    /// The words of its body.
    let words: [Word]
    /// Its runs.
    let standalone: StandaloneSentence
    /// The words by which it is compared.
    let content: ContentWords
    /// Whether it adds to something told before: "also", "again", "another".
    let adds: Bool
    /// How likely it is that readers understand it alone, as `StandaloneJudge` scores it.
    let standing: Float
    /// Whether it likely stands alone; others are shown only where they tell what no other does: a stage, a date to come, a side.
    fileprivate(set) var isLikely = true

  }

  /// A statement with the sentence that reports it.
  struct Quotation {
    /// The statement.
    let statement: Statement
    /// Who speaks.
    let speaker: EntityID?
    /// The index of its article in `originals`.
    let article: Int
    /// The whole sentence, when it likely stands alone.
    let sentence: Sentence?
    /// Whether it was said, by whom, in how many words.
    let report: Reportability.Report
  }

  let evidence: TopicEvidence
  let naming: Naming
  /// The articles that are no copies, earliest first.
  let originals: [FiledArticle]
  /// The sentences, by article, then by place.
  let sentences: [Sentence]
  /// What was said, by article, then by place; what was only thought or planned is left out.
  let quotations: [Quotation]
  /// Which days the articles' time expressions name.
  let days: DayReading
  /// The stems of the words that name the topic.
  let subject: Set<String>
  /// The same as the numbers that sentences are compared by.
  let subjectWords: ContentWords
  /// Which sentences say the same.
  let twins: SentenceTwins
  /// In which of `originals` each entity appears.
  let appearances: Appearances
  /// How central each sentence is.
  let salience: Salience
  /// The number of the first sentence of each article, and how many there are.
  private let firsts: [Int]

  init(_ evidence: TopicEvidence) {
    self.evidence = evidence
    naming = Naming(evidence.articles, profiles: evidence.profiles)
    originals = Self.originals(evidence.articles)
    let days = DayReading(originals)
    self.days = days
    let name = UTF8Text(evidence.topic.name)
    let named = WordScanner.words(of: name, in: name.fullRange)
    subject = named.contentWords
    var numbers = WordNumbers()
    subjectWords = numbers.content(named)
    var sentences: [Sentence] = []
    var quotations: [Quotation] = []
    var firsts = [0]
    for (index, filed) in originals.enumerated() {
      let editor = SentenceEditor(filed, naming: naming, subject: subject, days: days)
      var own = Self.sentences(of: filed, index, editor, &numbers)
      Self.markUnlikely(&own)
      for number in own.indices { own[number].place = sentences.count + number }
      sentences += own
      firsts.append(sentences.count)
      quotations += Self.quotations(of: filed, index, own)
    }
    self.sentences = sentences
    self.quotations = quotations
    self.firsts = firsts
    twins = SentenceTwins(sentences, words: numbers.count)
    appearances = Appearances(originals)
    salience = Salience(
      sentences, words: numbers.count, originals: originals, subject: subjectWords)
  }

  private static let adding: Set<String> = ["also", "again", "another", "too", "either", "other"]

  /// How many articles the topic has, copies included.
  var articleCount: Int { evidence.articles.count }

  /// The day on which the sentence's article was published.
  func day(_ sentence: Sentence) -> CivilDate? {
    originals[sentence.article].version.article.published?.date
  }

  /// The sentences of an article that hold the range.
  func sentence(in article: Int, holding range: ByteRange) -> Sentence? {
    sentences[firsts[article]..<firsts[article + 1]].first { $0.range.contains(range) }
  }

  /// The sentences that likely stand alone, the most central first.
  func ranked(_ isWanted: (Sentence) -> Bool = { _ in true }) -> [Sentence] {
    salience.order.compactMap { place in
      let sentence = sentences[place]
      return sentence.isLikely && isWanted(sentence) ? sentence : nil
    }
  }

  /// The sentences of an article that can stand alone.
  private static func sentences(
    of filed: FiledArticle, _ index: Int, _ editor: SentenceEditor, _ numbers: inout WordNumbers
  ) -> [Sentence] {
    var found: [Sentence] = []
    for (position, range) in filed.analysis.sentences.enumerated() {
      let whole = filed.text.trimmed(range)
      guard let standalone = editor.standalone(range), filed.text.words(at: whole) != nil else {
        continue
      }
      let body = Dateline.stripped(whole, of: filed.text)
      let words = WordScanner.words(of: filed.text, in: body)
      found.append(
        Sentence(
          place: 0, article: index, position: position, range: whole, body: body, words: words,
          standalone: standalone, content: numbers.content(words),
          adds: words.contains { !$0.isQuoted && Self.adding.contains($0.lower) },
          standing: StandaloneJudge.score(
            Self.features(of: standalone, at: whole, position, in: editor))))
    }
    return found
  }

  private static func features(
    of standalone: StandaloneSentence, at range: ByteRange, _ position: Int,
    in editor: SentenceEditor
  ) -> StandaloneFeatures {
    StandaloneFeatures(
      standalone, start: range.start, position: position,
      share: Float(range.start) / Float(editor.filed.text.count), history: editor.history)
  }

  /// What every sentence of the topic that can stand alone is judged by, by article, then by place.
  var candidates: [SentenceCandidate] {
    var numbers = WordNumbers()
    return originals.enumerated().flatMap { index, filed in
      let editor = SentenceEditor(filed, naming: naming, subject: subject, days: days)
      return Self.sentences(of: filed, index, editor, &numbers).map { sentence in
        SentenceCandidate(
          sentence, of: filed,
          Self.features(
            of: sentence.standalone, at: sentence.range, sentence.position, in: editor))
      }
    }
  }

  /// Marks the sentences that readers would doubt, but for the best of an article that has few better ones.
  private static func markUnlikely(_ sentences: inout [Sentence]) {
    let least = sentences.map(\.standing).sorted(by: >).prefix(fewest).last ?? 0
    let floor = min(StandaloneJudge.floor, least)
    for index in sentences.indices {
      sentences[index].isLikely = sentences[index].standing >= floor
    }
  }

  /// So many sentences of an article are shown though readers would doubt them.
  private static let fewest = 4

  private static func quotations(of filed: FiledArticle, _ index: Int, _ own: [Sentence])
    -> [Quotation]
  {
    let reportability = Reportability(filed)
    return filed.analysis.statements.compactMap { statement in
      let report = reportability.report(of: statement)
      guard report.isSaid else { return nil }
      return Quotation(
        statement: statement, speaker: statement.speaker.map(filed.entity), article: index,
        sentence: own.first { $0.isLikely && $0.range.contains(statement.extent) },
        report: report)
    }
  }

  /// One article of each origin: the first that is no copy, else the first.
  private static func originals(_ articles: [FiledArticle]) -> [FiledArticle] {
    var chosen: [OriginID: Int] = [:]
    for (index, filed) in articles.enumerated() {
      if let known = chosen[filed.origin], !articles[known].isCopy || filed.isCopy { continue }
      chosen[filed.origin] = index
    }
    return articles.indices.filter { chosen[articles[$0].origin] == $0 }.map { articles[$0] }
  }
}
