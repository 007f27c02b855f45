import NewsModel
import Primitives
import Testing

@testable import Composition

/// Builds the evidence of an invented topic by hand: articles with names, statements and dates found by their words.
struct EvidenceBuilder {
  /// An article under construction.
  struct Draft {
    var article: Article
    var origin: String?
    var isCopy = false
    var ordinal = 1
    var isCurrent = true
    var entities: [(id: String, kind: EntityKind, mentions: [String], descriptions: [String])] = []
    var statements:
      [(speaker: String?, source: String?, cue: String, content: String, footing: Footing)] = []
    var channels: [Int: String] = [:]
    var times: [(words: String, value: String)] = []
    var events: [(words: String, when: String, status: EventStatus)] = []
    var reasons: [(kind: ReasonKind, marker: String, effect: String, cause: String)] = []
    var definitions: [(entity: String, words: String, form: DefinitionForm)] = []
    var stances: [(holder: String, target: String, polarity: Polarity, words: String)] = []

    init(
      _ id: String, outlet: String, published: String, title: String = "A headline",
      _ sentences: String...
    ) {
      article = Article(
        id: ArticleID(id), outlet: outlet, title: title,
        published: CivilTime(iso8601: published), text: sentences.joined(separator: "\n"))
    }

    mutating func entity(
      _ id: String, _ kind: EntityKind, mentions: String..., descriptions: [String] = []
    ) {
      entities.append((id, kind, mentions, descriptions))
    }
  }

  var name = "The harbour tunnel"
  var now = "2023-06-10"
  var drafts: [Draft] = []
  var names: [String: String] = [:]
  var countries: [String: String] = [:]

  /// The finished evidence; throws when a text does not hold the words that were named.
  func build() throws -> TopicEvidence {
    let filed = try drafts.map(file)
    let current = filed.filter(\.isCurrent)
    let origins = Dictionary(grouping: current, by: \.origin).map { id, articles in
      Origin(id: id, articles: articles.map(\.version.article.id), source: nil)
    }
    var kinds: [String: EntityKind] = [:]
    for entity in drafts.flatMap(\.entities) { kinds[entity.id] = entity.kind }
    let profiles = kinds.map { id, kind in
      EntityProfile(
        id: EntityID(id), name: names[id] ?? id, kind: kind, aliases: [names[id] ?? id],
        country: countries[id], articleCount: 1, statementCount: 1)
    }
    let topic = Topic(
      id: TopicID("topic"), name: name, stories: [], articles: current.map(\.version.article.id),
      trend: trend(current, origins: origins.count))
    return TopicEvidence(
      topic: topic, articles: current, superseded: filed.filter { !$0.isCurrent },
      origins: Dictionary(uniqueKeysWithValues: origins.map { ($0.id, $0) }), stories: [],
      profiles: Dictionary(uniqueKeysWithValues: profiles.map { ($0.id, $0) }),
      libraryArticleCount: current.count, now: try CivilTime.parsed(now))
  }

  /// A stretch of the first article as readers would see it, held against its citation; nil when it cannot stand alone.
  func shown(_ range: (FiledArticle) throws -> ByteRange) throws -> String? {
    let evidence = try build()
    let filed = try #require(evidence.articles.first)
    let naming = Naming(evidence.articles, profiles: evidence.profiles)
    let range = try range(filed)
    let citation = try #require(Citation(range, of: filed))
    return try SentenceEditor(filed, naming: naming).standalone(range).map { edited in
      let text = CitedText(edited.runs, citations: NonEmpty(citation))
      try #require(text.fault(passageText: evidence.words) == nil)
      return text.text
    }
  }

  private func trend(_ articles: [FiledArticle], origins: Int) -> Trend {
    let days = articles.compactMap(\.version.article.published?.date)
    let first = days.min()?.daysSinceEpoch ?? 0
    let last = days.max()?.daysSinceEpoch ?? -1
    let bins = (first...max(first, last)).map { day in
      let date = CivilDate(daysSinceEpoch: day)
      let here = articles.filter { $0.version.article.published?.date == date }
      return Trend.Bin(
        day: CivilTime(date), origins: Set(here.map(\.origin)).count, articles: here.count)
    }
    return Trend(
      binDays: 1, bins: days.isEmpty ? [] : bins, origins: origins,
      outlets: Set(articles.compactMap(\.version.article.outlet)).count, burst: 1)
  }

  private func file(_ draft: Draft) throws -> FiledArticle {
    let text = UTF8Text(draft.article.text)
    var analysis = Analysis(sentences: lines(text))
    let place = Dictionary(
      uniqueKeysWithValues: draft.entities.enumerated().map {
        ($0.element.id, EntityIndex($0.offset))
      })
    analysis.entities = try draft.entities.enumerated().map { index, entity in
      Entity(
        id: EntityIndex(index), name: names[entity.id] ?? entity.id, kind: entity.kind,
        mentions: try entity.mentions.map { try text.find($0) }.sorted(),
        descriptions: try entity.descriptions.map { try text.find($0) })
    }
    analysis.statements = try draft.statements.enumerated().map { index, statement in
      let content = try text.find(statement.content)
      return Statement(
        id: "s\(index)", speaker: statement.speaker.flatMap { place[$0] },
        source: try statement.source.map { [try text.find($0)] } ?? [],
        cue: [try text.find(statement.cue)], content: NonEmpty(content),
        form: text[content].contains("\"") ? .direct : .indirect, footing: statement.footing,
        channel: draft.channels[index])
    }
    analysis.times = try draft.times.map {
      TimeExpression(range: try text.find($0.words), type: .date, value: $0.value)
    }
    analysis.events = try draft.events.map {
      NewsEvent(range: try text.find($0.words), when: $0.when, status: $0.status, participants: [])
    }
    analysis.reasons = try draft.reasons.map { reason in
      let effect = try text.find(reason.effect)
      return Reason(
        kind: reason.kind, marker: reason.marker, effect: effect,
        cause: try text.find(reason.cause),
        sentence: analysis.sentence(at: effect.start) ?? effect)
    }
    analysis.definitions = try draft.definitions.map { definition in
      guard let entity = place[definition.entity] else {
        throw MissingWords(words: definition.entity)
      }
      let range = try text.find(definition.words)
      return Definition(
        entity: entity, range: range, form: definition.form,
        sentence: analysis.sentence(at: range.start) ?? range)
    }
    analysis.stances = try draft.stances.map { stance in
      guard let holder = place[stance.holder], let target = place[stance.target] else {
        throw MissingWords(words: stance.holder)
      }
      return Stance(
        holder: holder, target: target, polarity: stance.polarity,
        evidence: try text.find(stance.words))
    }
    return FiledArticle(
      version: try ArticleVersion(draft.article, ordinal: draft.ordinal), analysis: analysis,
      entities: draft.entities.map { EntityID($0.id) },
      origin: OriginID(draft.origin ?? draft.article.id.rawValue), isCopy: draft.isCopy,
      isCurrent: draft.isCurrent, story: nil)
  }

  private func lines(_ text: UTF8Text) -> [ByteRange] {
    var start = 0
    var result: [ByteRange] = []
    for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      result.append(ByteRange(start, start + line.count))
      start += line.count + 1
    }
    return result
  }
}

/// Words that a builder names but the text does not hold.
struct MissingWords: Error {
  let words: String
}

extension UTF8Text {
  /// The first place of the words; `words#2` asks for the second.
  func find(_ phrase: String) throws -> ByteRange {
    let parts = phrase.split(separator: "#", maxSplits: 1).map(String.init)
    var wanted = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
    let needle = Array((parts.first ?? "").utf8)
    guard !needle.isEmpty, needle.count <= count else { throw MissingWords(words: phrase) }
    for start in 0...(count - needle.count)
    where bytes[start..<start + needle.count].elementsEqual(needle) {
      wanted -= 1
      if wanted == 0 { return ByteRange(start, start + needle.count) }
    }
    throw MissingWords(words: phrase)
  }
}

extension CivilTime {
  /// The time, or an error when the text is none.
  static func parsed(_ text: String) throws -> CivilTime {
    guard let time = CivilTime(iso8601: text) else { throw MissingWords(words: text) }
    return time
  }
}
