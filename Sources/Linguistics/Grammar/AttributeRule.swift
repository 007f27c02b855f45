/// A rule that sets attributes of a token when it, and perhaps the next, fulfil conditions.
struct AttributeRule: Sendable {
  /// What a token must be.
  struct Condition: Sendable {
    /// The tags, labels and lower-case forms that are wanted; nil when it does not matter.
    var tags: Membership?
    var labels: Membership?
    /// Numbers of lists in which the lower-case form must stand.
    var isSpace: Bool?
    /// The ids of lower-case forms, one of which it must have.
    var lower: Set<UInt64>?
  }

  /// Numbers that are wanted or unwanted.
  struct Membership: Sendable {
    // One entry for each number that there is.
    private let isMember: [Bool]

    init(_ numbers: [Int], of count: Int, isWanted: Bool) {
      isMember = (0..<count).map { numbers.contains($0) == isWanted }
    }

    func contains(_ number: UInt16) -> Bool { isMember[Int(number)] }
  }

  /// What is set; nil leaves it as it is.
  struct Change: Sendable {
    var tag: UInt16?
    var part: UInt8?
    var morphology: UInt16?
    var label: UInt16?
    var lemma: String?
  }

  let conditions: [Condition]
  /// Which of the tokens is changed.
  let target: Int
  let change: Change
}
