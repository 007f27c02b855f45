/// A regular expression as a tree.
indirect enum Pattern: Hashable, Sendable {
  /// One scalar of a set.
  case set(ScalarSet)
  /// One after the other.
  case sequence([Pattern])
  /// The first that leads to a match.
  case choice([Pattern])
  /// As often as can be, at least `least` times.
  case repeated(Pattern, least: Int, most: Int?)
  /// What must or must not stand before or behind the place.
  case look(Pattern, isAhead: Bool, isNegated: Bool)
  /// The start of the text.
  case start
  /// The end of the text.
  case end

  /// How many steps the pattern has when repetitions are written out; at least 1.
  var size: Int {
    switch self {
    case .set, .start, .end: 1
    case .sequence(let parts), .choice(let parts): parts.reduce(1) { $0 + $1.size }
    case .repeated(let part, let least, let most): 1 + part.size * max(least, most ?? 1)
    case .look(let part, _, _): 1 + part.size
    }
  }

  /// Whether every match begins at the start of the text.
  var isAnchoredAtStart: Bool {
    switch self {
    case .start: true
    case .sequence(let parts): parts.first?.isAnchoredAtStart ?? false
    case .choice(let parts): parts.allSatisfy(\.isAnchoredAtStart)
    default: false
    }
  }

  /// Whether every match ends at the end of the text.
  var isAnchoredAtEnd: Bool {
    switch self {
    case .end: true
    case .sequence(let parts): parts.last?.isAnchoredAtEnd ?? false
    case .choice(let parts): parts.allSatisfy(\.isAnchoredAtEnd)
    default: false
    }
  }

  /// Scalars without which there can be no match.
  var requiredScalars: Set<UInt32> {
    switch self {
    case .set(let set): set.single.map { [$0] } ?? []
    case .sequence(let parts):
      parts.reduce(into: []) { $0.formUnion($1.requiredScalars) }
    case .choice(let parts):
      parts.dropFirst().reduce(parts.first?.requiredScalars ?? []) {
        $0.intersection($1.requiredScalars)
      }
    case .repeated(let part, let least, _): least > 0 ? part.requiredScalars : []
    case .look, .start, .end: []
    }
  }

  /// The sets that a match can begin with, or nil when it can also be empty.
  var firstSets: [ScalarSet]? {
    switch self {
    case .set(let set): return [set]
    case .choice(let parts):
      var sets: [ScalarSet] = []
      for part in parts {
        guard let first = part.firstSets else { return nil }
        sets += first
      }
      return sets
    case .sequence(let parts):
      for part in parts {
        switch part {
        case .look, .start, .end: continue
        default: return part.firstSets
        }
      }
      return nil
    case .repeated(let part, let least, _): return least > 0 ? part.firstSets : nil
    case .look, .start, .end: return nil
    }
  }
}
