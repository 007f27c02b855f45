/// What the model sees of each token beside one cue. The order is the one of the weights.
struct PairFeatures {
  /// Distance, path in the tree, role, role with the cue's lemma, quotation, cues between, sentence, punctuation, form of the
  /// cue, word.
  static let tables = FeatureTables(sizes: [
    128, 4096, 2048, 8192, 1024, 256, 256, 1024, 1024, 4096,
  ])

  /// So many tokens before and after a cue are looked at.
  private static let reachBefore = 100
  private static let reachAfter = 120
  /// So far the path upwards from a cue is known.
  private static let reachUp = 12
  /// No path is followed over more steps than this.
  private static let climbLimit = 60

  private let text: AttributionText
  private let cue: Range<Int>
  /// The token of the cue that is highest in its tree.
  private let head: Int
  /// The tokens that may belong to the source or the content.
  let window: Range<Int>
  /// Above the cue, from its head: tokens, and hashes of the labels up to them.
  private var above: [Int] = []
  private var pathsUp: [UInt64] = [0]

  /// Where a token's path upwards meets the cue's.
  private struct Climb {
    var hash: UInt64
    /// The place on the cue's path; -1 for none.
    var meeting: Int
    /// The last token below the meeting point; -1 for the point itself.
    var below: Int
    var steps: Int
  }

  init(_ text: AttributionText, cue: Range<Int>) {
    self.text = text
    self.cue = cue
    var head = cue.lowerBound
    for token in cue where text.tree.depths[token] < text.tree.depths[head] { head = token }
    self.head = head
    let paragraph = text.paragraph(of: cue.lowerBound)
    let first = max(paragraph.lowerBound, cue.lowerBound - Self.reachBefore)
    let last = min(paragraph.upperBound, cue.upperBound + Self.reachAfter)
    window = first..<max(last, cue.upperBound)
    var at = head
    while true {
      above.append(at)
      guard text.tree.parents[at] >= 0, above.count <= Self.reachUp else { break }
      pathsUp.append(FeatureHash.mix(pathsUp[pathsUp.count - 1], text.labels[at]))
      at = Int(text.tree.parents[at])
    }
  }

  /// The rows of all tokens of the window, two for each table.
  func rows() -> [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(window.count * 2 * Self.tables.sizes.count)
    var climbs: [Int: Climb] = [:]
    for (number, token) in above.enumerated() {
      climbs[token] = Climb(hash: 0, meeting: number, below: -1, steps: 0)
    }
    var values: [UInt64] = []
    for token in window {
      let (path, role) = pathAndRole(token, &climbs)
      values.removeAll(keepingCapacity: true)
      append(token, path, role, to: &values)
      Self.tables.appendRows(values, to: &rows)
    }
    return rows
  }

  private func pathAndRole(
    _ token: Int, _ climbs: inout [Int: Climb]
  ) -> (path: UInt64, role: UInt64) {
    let climb = climb(from: token, &climbs)
    guard climb.meeting >= 0 else {
      return (7, FeatureHash.mix(5, text.labels[climb.below]))
    }
    let down = climb.meeting
    let label = climb.below < 0 ? 3 : text.labels[climb.below]
    let up =
      climb.steps <= 4 ? climb.hash : FeatureHash.mix(UInt64(min(climb.steps, 8)), label)
    let path = FeatureHash.mix(up, pathsUp[min(down, 4)], UInt64(min(down, 5)))
    var edge: UInt64 = 0
    if climb.below >= 0 {
      if token == text.tree.lefts[climb.below] { edge += 1 }
      if token == text.tree.rights[climb.below] { edge += 2 }
    }
    let role = FeatureHash.mix(label, pathsUp[min(down, 3)], edge * 2 + (token > head ? 1 : 0))
    return (path, role)
  }

  private func climb(from token: Int, _ climbs: inout [Int: Climb]) -> Climb {
    var chain: [Int] = []
    var at = token
    while climbs[at] == nil, text.tree.parents[at] >= 0, chain.count < Self.climbLimit {
      chain.append(at)
      at = Int(text.tree.parents[at])
    }
    var climb =
      climbs[at]
      ?? Climb(hash: FeatureHash.mix(1, text.labels[at]), meeting: -1, below: at, steps: 1)
    climbs[at] = climb
    while let next = chain.popLast() {
      climb = Climb(
        hash: FeatureHash.mix(climb.hash, text.labels[next]), meeting: climb.meeting,
        below: climb.below < 0 ? next : climb.below, steps: climb.steps + 1)
      climbs[next] = climb
    }
    return climb
  }

  private func append(_ token: Int, _ path: UInt64, _ role: UInt64, to values: inout [UInt64]) {
    let (states, words) = (text.quotations.states, text.words)
    let side: UInt64 = token > cue.lowerBound ? 1 : 0
    let (before, after) = (
      max(cue.lowerBound - token, 0), max(token - cue.upperBound + 1, 0)
    )
    let low = min(token, cue.lowerBound) + 1
    let high = max(token, cue.lowerBound)
    func between(_ sums: [Int], _ most: Int) -> UInt64 {
      UInt64(min(sums[high] - sums[min(low, high)], most))
    }
    let sentence = UInt64(
      min(max(Int(words.sentenceOf[token]) - Int(words.sentenceOf[head]), -3), 3) + 3)
    let isFirst = words.sentence(of: token).lowerBound == token
    let isLast = words.sentence(of: token).upperBound == token + 1
    let isQuoted: UInt64 = states[head] == .inside ? 1 : 0
    let marks = between(text.quotations.marksBefore, 4)
    let distance =
      FeatureHash.bucket(before, Self.distances) + 10 * FeatureHash.bucket(after, Self.distances)
    values.append(UInt64(distance))
    values.append(path)
    values.append(role)
    values.append(FeatureHash.mix(role, text.lemmas[head]))
    values.append(
      FeatureHash.mix(
        states[token].rawValue * 16 + text.quotations.forms[token], marks * 2 + isQuoted, side))
    values.append(side * 4 + between(text.cueVerbsBefore, 3))
    values.append((sentence * 2 + (isFirst ? 1 : 0)) * 2 + (isLast ? 1 : 0))
    values.append(
      FeatureHash.mix(
        text.isPunctuation[token] ? text.forms[token] : text.tags[token],
        between(text.commasBefore, 3) * 2 + side, before + after <= 1 ? 1 : 0))
    values.append(
      FeatureHash.mix(text.tags[head], UInt64(min(cue.count, 4)), side * 8 + sentence))
    values.append(
      FeatureHash.mix(
        text.lemmas[token], side, UInt64(FeatureHash.bucket(before + after, [1, 2, 3, 6]))))
  }

  private static let distances = [1, 2, 3, 4, 5, 8, 13, 21, 41]
}
