import NewsModel
import Primitives

/// What the judge of articles is told of one mention beside the words around it.
struct MentionFacts {
  let form: StanceMention.Form
  let kind: EntityKind
  /// The logarithm of one more than the mentions of its entity, and their share of those of the most mentioned one.
  let mentions, part: Float
  let isInTitle: Bool
  /// Where the entity is named first: 0 for the start of the text, 1 for its end.
  let firstPlace: Float
  /// Whether it is the source of a statement, and whether its entity says something in the sentence.
  let isSource, speaks: Bool
  /// Whether a quotation opens before it in the sentence.
  let isQuoted: Bool
  /// The label of the arc of its last token; empty for a speaker.
  let arc: String
  /// Whether it stands in what the entity of the other mention says.
  let isSaidByOther: Bool

  private static let kinds: [EntityKind] = [
    .person, .organisation, .government, .place, .group, .work, .event, .product, .other,
  ]
  private static let arcs = [
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "appos", "conj", "amod", "ROOT",
    "attr",
  ]
  /// How many numbers `values` has.
  static let count = 5 + kinds.count + 7 + arcs.count

  /// The facts as numbers, in the order of `Training/stances/articles.py`.
  var values: [Float] {
    var values: [Float] = (0..<5).map { $0 == form.rawValue ? 1 : 0 }
    values += Self.kinds.map { $0 == kind ? 1 : 0 }
    values += [mentions, part, isInTitle ? 1 : 0, firstPlace]
    values += [isSource ? 1 : 0, speaks ? 1 : 0, isQuoted ? 1 : 0]
    values += Self.arcs.map { $0 == arc ? 1 : 0 }
    return values
  }
}

/// What the judge of articles is told of a sentence.
struct SentenceFacts {
  let tokens: Range<Int>
  /// What each token shows as the base of a verb of stance.
  let polarities: [Polarity?]
  let negations: Float
  /// Logarithms of the number of entities and of tokens, and the place among the sentences of the text.
  let entities, length, place: Float
  /// Who says something in it.
  let speaking: Set<EntityIndex>
}

/// Computes the facts of a pair of mentions.
struct StancePairFacts {
  let words: ArticleWords
  let entities: EntityTable
  let trees: ArticleGrammar
  let speakers: TokenSpeakers
  private let isInTitle: [Bool]
  private let mostMentions: Int

  /// How many numbers `values` has.
  static let count = 2 * MentionFacts.count + 11

  init(
    words: ArticleWords, entities: EntityTable, trees: ArticleGrammar, speakers: TokenSpeakers,
    title: String?
  ) {
    self.words = words
    self.entities = entities
    self.trees = trees
    self.speakers = speakers
    mostMentions = entities.entities.reduce(1) { max($0, $1.mentions.count) }
    let title = Set(Self.split(title ?? ""))
    isInTitle = entities.entities.map { entity in
      !title.isEmpty
        && entity.mentions.contains { mention in
          let bytes = words.bytes[mention.start..<mention.end]
          let name = Self.split(String(decoding: bytes, as: UTF8.self))
          return !name.isEmpty && name.allSatisfy(title.contains)
        }
    }
  }

  private static func split(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  /// What is told of a sentence with these mentions.
  func facts(ofSentence number: Int, _ mentions: [StanceMention]) -> SentenceFacts {
    let tokens = words.sentences[number]
    let lexicon = StanceLexicon.english
    return SentenceFacts(
      tokens: tokens, polarities: tokens.map { lexicon.polarity(ofBase: trees.lemma($0)) },
      negations: Float(tokens.count { words.has($0, .negation) }),
      entities: StableMath.logarithm(Float(Set(mentions.map(\.entity)).count)),
      length: StableMath.logarithm(Float(tokens.count)),
      place: Float(number) / Float(words.sentences.count),
      speaking: Set(tokens.compactMap { speakers.content[$0] }))
  }

  /// What is told of a mention that is judged beside another one.
  func facts(
    of mention: StanceMention, beside other: StanceMention, in sentence: SentenceFacts
  ) -> MentionFacts {
    let entity = entities.entities[mention.entity.rawValue]
    let token = mention.tokens.lowerBound
    let isSpeaker = mention.form == .speaker
    return MentionFacts(
      form: mention.form, kind: entity.kind,
      mentions: StableMath.logarithm(Float(entity.mentions.count + 1)),
      part: Float(entity.mentions.count) / Float(mostMentions),
      isInTitle: isInTitle[mention.entity.rawValue],
      firstPlace: Float(entity.mentions.first?.start ?? words.bytes.count)
        / Float(max(1, words.bytes.count)),
      isSource: isSpeaker || speakers.source[token] == mention.entity,
      speaks: sentence.speaking.contains(mention.entity),
      isQuoted: (sentence.tokens.lowerBound..<token).contains {
        words.lower[$0] == "“" || words.lower[$0] == "\""
      },
      arc: isSpeaker ? "" : trees.label(mention.tokens.upperBound - 1),
      isSaidByOther: !isSpeaker && speakers.content[token] == other.entity)
  }

  /// All that is told of a pair, as numbers in the order of `Training/stances/articles.py`.
  func values(
    _ first: (mention: StanceMention, facts: MentionFacts),
    _ second: (mention: StanceMention, facts: MentionFacts), in sentence: SentenceFacts
  ) -> [Float] {
    let start = sentence.tokens.lowerBound
    let end = second.mention.tokens.lowerBound
    let from = first.mention.form == .speaker ? start : min(first.mention.tokens.upperBound, end)
    let between = sentence.polarities[from - start..<end - start]
    var values = first.facts.values + second.facts.values
    values += [first.facts.isSaidByOther ? 1 : 0, second.facts.isSaidByOther ? 1 : 0]
    values.append(
      StableMath.logarithm(Float(1 + max(0, end - first.mention.tokens.upperBound))))
    values += [between, sentence.polarities[...]].flatMap { part in
      [Polarity.for, .against].map { polarity in Float(part.count { $0 == polarity }) }
    }
    values += [sentence.negations, sentence.entities, sentence.length, sentence.place]
    return values
  }
}
