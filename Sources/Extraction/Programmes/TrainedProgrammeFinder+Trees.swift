import Linguistics
import NewsModel
import Primitives

/// What the tree around a mention tells: parties, terms, resistance, what is to come.
extension TrainedProgrammeFinder {
  private static let mostSteps = 10

  /// The tokens from a mention's head up to the root of its sentence.
  func chain(from head: Int) -> [Int] {
    var chain: [Int] = []
    var token = head
    let sentence = words.sentence(of: head)
    while chain.count < Self.mostSteps, syntax.heads[token] != token,
      sentence.contains(syntax.heads[token])
    {
      token = syntax.heads[token]
      chain.append(token)
    }
    return chain
  }

  private func children(of token: Int) -> [Int] {
    let sentence = words.sentence(of: token)
    let near = max(sentence.lowerBound, token - 40)..<min(sentence.upperBound, token + 40)
    return near.filter { syntax.heads[$0] == token && $0 != token }
  }

  // MARK: Parties

  /// Organisations and governments beside the mention, and the subject of what is said of it.
  func parties(_ mention: ProgrammeMention, _ chain: [Int]) -> [EntityIndex] {
    var tokens: [Int] = []
    let sentence = words.sentence(of: mention.head)
    let low = max(sentence.lowerBound, mention.core.lowerBound - 4)
    tokens += (low..<mention.core.lowerBound).filter { isBelow($0, mention.head) }
    tokens += joined(mention.head)
    for token in chain {
      let subjects = children(of: token).filter { syntax.dependencies[$0] == "nsubj" }
      guard !subjects.isEmpty else {
        tokens += joined(token)
        continue
      }
      for subject in subjects { tokens += withConjuncts(subject) }
      tokens += joined(token)
      break
    }
    var found: [EntityIndex] = []
    for token in tokens {
      guard let entity = entities.entity(at: token), canBeParty(entity), !found.contains(entity)
      else { continue }
      found.append(entity)
    }
    return found
  }

  private func canBeParty(_ entity: EntityIndex) -> Bool {
    switch entities.kind(entity) {
    case .government, .organisation: true
    case .place: entities.entities[entity.rawValue].country != nil
    default: false
    }
  }

  private func isBelow(_ token: Int, _ head: Int) -> Bool {
    var token = token
    for _ in 0..<Self.mostSteps {
      if token == head { return true }
      guard syntax.heads[token] != token else { return false }
      token = syntax.heads[token]
    }
    return false
  }

  /// `with X`, `between X and Y` right under a token.
  private func joined(_ token: Int) -> [Int] {
    children(of: token).filter { ["with", "between", "among"].contains(words.lower[$0]) }
      .flatMap { preposition in
        children(of: preposition).filter { syntax.dependencies[$0] == "pobj" }
          .flatMap(withConjuncts)
      }
  }

  private func withConjuncts(_ token: Int) -> [Int] {
    var all = [token]
    var next = 0
    while next < all.count, all.count < 12 {
      all += children(of: all[next]).filter { syntax.dependencies[$0] == "conj" }
      next += 1
    }
    return all
  }

  // MARK: Terms, resistance, next steps

  /// `on trade and fisheries`, `to share fuel` behind the head.
  func terms(_ mention: ProgrammeMention) -> [ByteRange] {
    children(of: mention.head).compactMap { child in
      guard child > mention.head else { return nil }
      let isTopic = ["on", "over", "for", "covering", "about"].contains(words.lower[child])
      let isAim =
        syntax.dependencies[child] == "acl" && child > 0 && words.lower[child - 1] == "to"
      guard isTopic && syntax.dependencies[child] == "prep" || isAim else { return nil }
      return extent(below: child)
    }
  }

  /// The bytes of a token and all below it, from its left edge on.
  private func extent(below token: Int) -> ByteRange? {
    let sentence = words.sentence(of: token)
    var high = token
    for other in token..<min(sentence.upperBound, token + 40) where isBelow(other, token) {
      high = other
    }
    let low = words.word(token - 1) == "to" ? token - 1 : token
    return words.range(low..<high + 1)
  }

  /// Whether a word of resistance stands near the mention in its clause.
  func isContested(_ mention: ProgrammeMention) -> Bool {
    let sentence = words.sentence(of: mention.head)
    let near =
      max(sentence.lowerBound, mention.head - 12)..<min(sentence.upperBound, mention.head + 12)
    return near.contains { token in
      ProgrammeLexicon.english.isOpposition(words.lower[token])
        && !words.has(token - 1, .negation)
    }
  }

  /// Whether what is said of the mention is still to come.
  func isPending(_ mention: ProgrammeMention, _ chain: [Int]) -> Bool {
    chain.prefix(4).contains { token in
      guard syntax.partsOfSpeech[token] == "VERB" else { return false }
      let below = children(of: token)
      let isFuture = below.contains { syntax.tags[$0] == "MD" && words.lower[$0] == "will" }
      let isExpected =
        words.word(token - 1) == "to"
        && ProgrammeLexicon.english.isPending(words.lower[syntax.heads[token]])
      return (isFuture || isExpected) && !below.contains { words.has($0, .negation) }
    }
  }
}
