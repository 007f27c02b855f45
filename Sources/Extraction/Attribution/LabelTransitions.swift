/// What a label adds to the score of a sequence by what it follows, and the search for the best sequence.
struct LabelTransitions: Sendable {
  let labels: Int
  /// For each label the scores of the labels after it.
  private let follow: [Float]
  private let begin: [Float]

  /// Uses two sections; nil when their sizes are not as expected.
  init?(_ weights: AttributionWeights, section: Int, labels: Int) {
    guard weights.has(section, bytes: labels * labels * 4),
      weights.has(section + 1, bytes: labels * 4)
    else { return nil }
    self.init(follow: weights.floats(section), begin: weights.floats(section + 1))
  }

  init(follow: [Float], begin: [Float]) {
    labels = begin.count
    self.follow = follow
    self.begin = begin
  }

  /// What several add together; all have as many labels.
  init(sumOf parts: [LabelTransitions]) {
    var follow = parts.first?.follow ?? []
    var begin = parts.first?.begin ?? []
    for part in parts.dropFirst() {
      for place in follow.indices { follow[place] += part.follow[place] }
      for place in begin.indices { begin[place] += part.begin[place] }
    }
    self.init(follow: follow, begin: begin)
  }

  /// The sequence with the greatest score (Viterbi); of equals the one with the lower labels.
  /// - Complexity: O(tokens × labels²).
  func best(_ scores: [Float]) -> [UInt8] {
    let count = scores.count / labels
    guard count > 0 else { return [] }
    var best = (0..<labels).map { begin[$0] + scores[$0] }
    var back = [UInt8](repeating: 0, count: count * labels)
    var next = best
    for token in 1..<max(count, 1) {
      for label in 0..<labels {
        var from = 0
        var top = best[0] + follow[label]
        for previous in 1..<labels {
          let score = best[previous] + follow[previous * labels + label]
          if score > top { (from, top) = (previous, score) }
        }
        back[token * labels + label] = UInt8(from)
        next[label] = top + scores[token * labels + label]
      }
      swap(&best, &next)
    }
    var label = 0
    for other in 1..<labels where best[other] > best[label] { label = other }
    var path = [UInt8](repeating: 0, count: count)
    for token in stride(from: count - 1, through: 0, by: -1) {
      path[token] = UInt8(label)
      label = Int(back[token * labels + label])
    }
    return path
  }

  /// The runs that start with one label and go on with the next.
  static func runs(_ path: [UInt8], starting label: UInt8, from first: Int = 0) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (place, found) in path.enumerated() {
      let token = first + place
      if found == label {
        runs.append(token..<token + 1)
      } else if found == label + 1, let last = runs.last, last.upperBound == token {
        runs[runs.count - 1] = last.lowerBound..<token + 1
      }
    }
    return runs
  }
}
