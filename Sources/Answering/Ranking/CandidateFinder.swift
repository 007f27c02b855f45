/// Finds what in a sentence may answer a question by its kind: names, numbers, dates.
struct CandidateFinder {
  let question: Question
  let sentence: ReadText
  private var shape: AnswerShape { AnswerShape(of: question) }

  func candidates() -> [SentenceMatch.Candidate] {
    if let labels = AnswerWords.labels[question.kind] {
      return labelled(labels) + unlabelled
    }
    return question.kind == .thing || question.kind == .name ? nouns : []
  }

  private func labelled(
    _ labels: (sure: Set<String>, possible: Set<String>)
  ) -> [SentenceMatch.Candidate] {
    let found = sentence.names.compactMap { name -> SentenceMatch.Candidate? in
      let isSure = labels.sure.contains(name.label)
      guard isSure || labels.possible.contains(name.label), isNew(name.words) else { return nil }
      guard shape.fits(name.words, in: sentence) else { return nil }
      return .init(words: name.words, spelling: name.spelling, isSure: isSure)
    }
    return found.filter(\.isSure) + found.filter { !$0.isSure }
  }

  /// Numbers that no name covers, where a number is asked for.
  private var unlabelled: [SentenceMatch.Candidate] {
    let kinds: Set<AnswerKind> = [.number, .money, .quantity, .percent, .age]
    guard kinds.contains(question.kind) else { return [] }
    let covered = Set(sentence.names.flatMap { Array($0.words) })
    return sentence.words.indices.filter { place in
      !covered.contains(place) && sentence.words[place].part == "NUM" && isNew(place..<place + 1)
        && shape.fits(place..<place + 1, in: sentence)
    }
    .map { place in
      .init(
        words: place..<place + 1, spelling: sentence.words[place].form,
        isSure: question.kind == .number)
    }
  }

  /// Names and nouns that the question lacks, for questions about things.
  private var nouns: [SentenceMatch.Candidate] {
    sentence.words.indices.filter { place in
      let word = sentence.words[place]
      return word.isContent && (word.part == "NOUN" || word.part == "PROPN")
        && isNew(place..<place + 1)
    }
    .map { place in
      .init(
        words: place..<place + 1, spelling: sentence.words[place].lemma,
        isSure: sentence.words[place].part == "PROPN")
    }
  }

  /// Whether the question does not hold the words already.
  private func isNew(_ words: Range<Int>) -> Bool {
    !sentence.words[words].filter(\.isContent).allSatisfy { word in
      question.read.words.contains { $0.isForm(of: word) }
    } || sentence.words[words].allSatisfy { !$0.isContent }
  }
}
