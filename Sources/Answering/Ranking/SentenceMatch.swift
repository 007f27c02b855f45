import Glibc

/// A sentence held against a question: which words meet, and what of the wanted kind is there.
struct SentenceMatch {
  let question: Question
  let sentence: ReadText
  /// For each term of the question, how well its best word stands for it, and where that is.
  let likenesses: [Double]
  let places: [Int?]
  /// The answers in sight: names of the wanted kind that the question lacks; sure ones first.
  let candidates: [Candidate]

  /// Words of the sentence that may be the answer.
  struct Candidate {
    let words: Range<Int>
    let spelling: String
    let isSure: Bool
  }

  /// Holds a sentence against a question; when paraphrased, another verb of the same happening stands for that of the question.
  init(_ question: Question, _ sentence: ReadText, paraphrased: Bool = true) {
    self.question = question
    self.sentence = sentence
    var likenesses: [Double] = []
    var places: [Int?] = []
    for term in question.terms {
      let wanted = question.word(term)
      var best = 0.0
      var place: Int?
      for (index, word) in sentence.words.enumerated() where word.isContent {
        let likeness = word.likeness(to: wanted)
        if likeness > best {
          best = likeness
          place = index
        }
      }
      if paraphrased, best < Self.paraphrase, let told = sentence.paraphrase(of: wanted) {
        best = Self.paraphrase
        place = told
      }
      likenesses.append(best)
      places.append(place)
    }
    self.likenesses = likenesses
    self.places = places
    candidates = CandidateFinder(question: question, sentence: sentence).candidates()
  }

  /// The places of the words that the question has too.
  var shared: [Int] {
    zip(places, likenesses).compactMap { $1 >= Self.exact ? $0 : nil }
  }

  /// How much another verb of the same happening stands for that of the question.
  static let paraphrase = 0.8

  /// From here on a word is the question's word in another form.
  static let exact = 0.8

  func features() -> FeatureValues {
    var values = FeatureValues()
    cover(&values)
    find(&values)
    connect(&values)
    values[.length] = log(Double(max(1, sentence.words.count)) / 20)
    values[.isQuestion] = sentence.isQuestion ? 1 : 0
    return values
  }

  private func cover(_ values: inout FeatureValues) {
    let weight = max(question.weight, 1)
    let average = 25.0
    let scale = 1.2 * (0.25 + 0.75 * Double(sentence.words.count) / average)
    var rarest = 0.0
    for (index, term) in question.terms.enumerated() {
      let word = question.word(term)
      let share = word.rarity / weight
      let likeness = likenesses[index]
      values[.softCoverage] += share * likeness
      guard likeness >= Self.exact else { continue }
      values[.coverage] += share
      if word.isName { values[.names] += 1 / Double(question.nameTerms.count) }
      let count = Double(sentence.words.count { $0.isContent && $0.isForm(of: word) })
      values[.statistics] += share * count * 2.2 / (count + scale)
      rarest = max(rarest, word.rarity)
    }
    if question.nameTerms.isEmpty { values[.names] = 1 }
    let most = question.terms.map { question.word($0).rarity }.max() ?? 0
    values[.rarest] = rarest > 0 && rarest >= most ? 1 : 0
    values[.meaning] = WordVectors.cosine(question.meaning, sentence.meaning)
    if let focus = question.focus { values[.focus] = best(for: focus) }
    if let verb = question.verb, question.word(verb).isContent { values[.verb] = best(for: verb) }
  }

  private func best(for place: Int) -> Double {
    guard let index = question.terms.firstIndex(of: place) else { return 0 }
    return likenesses[index]
  }

  private func find(_ values: inout FeatureValues) {
    values[.kind] = candidates.contains { $0.isSure } ? 1 : 0
    values[.possibleKind] = candidates.isEmpty ? 0 : 1
    if question.kind == .reason { values[.reason] = reasonStrength }
    if question.kind == .definition {
      values[.definition] = DefinitionPattern(self).strength
    }
    if question.kind == .statement { values[.speaker] = speakerSays ? 1 : 0 }
    let asked = Set(question.read.words.map(\.lemma))
    let new = sentence.names.count { name in
      sentence.words[name.words].allSatisfy { !asked.contains($0.lemma) }
    }
    values[.newNames] = log(1 + Double(new))
  }

  /// How near candidates stand to shared words, and whether they hang on them.
  private func connect(_ values: inout FeatureValues) {
    let shared = self.shared
    for candidate in candidates where !shared.isEmpty {
      let far = shared.reduce(0.0) { sum, place in
        let gap =
          place < candidate.words.lowerBound
          ? candidate.words.lowerBound - place : max(0, place - candidate.words.upperBound + 1)
        return sum + Double(gap)
      }
      let nearness = 1 / (1 + far / Double(shared.count) / 6)
      let sure = candidate.isSure ? 1.0 : 0.6
      values[.nearness] = max(values[.nearness], nearness * sure)
      if hangs(candidate.words, on: shared) { values[.attachment] = max(values[.attachment], sure) }
    }
    values[.role] = RoleMatch(self).value
    values[.bound] = candidates.map { bond($0.words) }.max() ?? 0
    values[.pairs] = WordPairs(self).together
    values[.arcs] = WordPairs(self).arcs
  }

  /// Whether the words are at most two arcs under a shared word, or a shared word under them.
  private func hangs(_ candidate: Range<Int>, on shared: [Int]) -> Bool {
    guard sentence.hasGrammar, let top = sentence.top(of: candidate) else { return false }
    let wanted = Set(shared)
    let head = sentence.words[top].head
    let over = sentence.words[head].head
    if wanted.contains(head) || wanted.contains(over) { return true }
    return shared.contains { sentence.words[$0].head == top || sentence.words[$0].head == head }
  }

  /// Whether a name stands beside the noun that is asked for: "the ferry Gull", "its leader, Ole Marsh".
  private func stands(_ candidate: Range<Int>, by focus: ReadWord) -> Bool {
    let reach =
      max(0, candidate.lowerBound - 4)..<min(candidate.upperBound + 4, sentence.words.count)
    return sentence.words[reach].contains { $0.isContent && $0.likeness(to: focus) >= 0.6 }
  }

  /// Whether the sentence has a word of the stance that the question asks for.
  var takesStance: Bool {
    guard let polarity = question.polarity else { return false }
    return sentence.words.contains { AnswerWords.stances[$0.lemma] == polarity }
  }

  /// How surely a number counts what is counted: 1 before the same noun, less before one like it.
  private func bond(_ candidate: Range<Int>) -> Double {
    guard let focus = question.focus.map({ question.word($0) }) else { return 0 }
    guard question.kind.isCounted else { return stands(candidate, by: focus) ? 1 : 0 }
    let isPerson = AnswerWords.personNouns.contains(focus.lemma)
    let reach = candidate.lowerBound..<min(candidate.upperBound + 3, sentence.words.count)
    return sentence.words[reach].map { word in
      guard word.isContent, word.part != "NUM" else { return 0 }
      if word.likeness(to: focus) >= Self.exact { return 1 }
      let isAlike = isPerson && AnswerWords.personNouns.contains(word.lemma)
      return isAlike || word.likeness(to: focus) >= 0.6 ? 0.7 : 0
    }
    .max() ?? 0
  }

  private var reasonStrength: Double {
    let forms = sentence.words.map(\.form)
    let found = AnswerWords.reasons.filter { cue in
      let count = cue.words.count
      return count <= forms.count
        && (0...forms.count - count).contains {
          forms[$0..<$0 + count].elementsEqual(cue.words)
        }
    }
    return found.map(\.strength).max() ?? 0
  }

  /// Whether a name of the speaker is the subject of a verb of saying.
  private var speakerSays: Bool {
    let wanted = question.speaker.map { question.word($0) }
    return sentence.words.indices.contains { verb in
      AnswerWords.saying.contains(sentence.words[verb].lemma)
        && sentence.words.indices.contains { place in
          wanted.contains { $0.isForm(of: sentence.words[place]) }
            && sentence.isUnder(place, verb, arc: "nsubj")
        }
    }
  }
}

extension ReadText {
  /// Where another verb or phrase tells what a verb tells; words of the sentence may stand between those of the phrase.
  func paraphrase(of verb: ReadWord) -> Int? {
    guard verb.part == "VERB", let phrases = AnswerWords.paraphrases[verb.lemma] else { return nil }
    return words.indices.first { start in
      phrases.contains { phrase in
        words[start].lemma == phrase[0] && words[start].part == "VERB"
          && holds(phrase.dropFirst(), after: start)
      }
    }
  }

  /// So many words may stand between two words of a phrase.
  private static let gap = 2

  private func holds(_ phrase: ArraySlice<String>, after start: Int) -> Bool {
    var place = start
    for word in phrase {
      let reach = (place + 1)..<min(place + 2 + Self.gap, words.count)
      guard let next = reach.first(where: { words[$0].lemma == word || words[$0].form == word })
      else { return false }
      place = next
    }
    return true
  }

  /// The word of a stretch whose head is outside it.
  func top(of stretch: Range<Int>) -> Int? {
    stretch.last { !stretch.contains(words[$0].head) || words[$0].head == $0 }
  }
}
