/// Tells whether a row of tokens is one of the wordings that slots allow.
struct SlotMatcher {
  private let slots: [SentenceSlot]
  private let tokens: [NarrationToken]

  init(_ slots: [SentenceSlot], _ tokens: [NarrationToken]) {
    self.slots = slots
    self.tokens = tokens
  }

  /// Whether every token is taken by a slot and every slot is filled, in order; quotations must hold the same words.
  /// - Complexity: O(slots · tokens), times the few options of a slot.
  func matches() -> Bool {
    var reached: Set<Int> = [0]
    for slot in slots {
      var next: Set<Int> = []
      for place in reached {
        for option in slot.options where fits(option, at: place) {
          next.insert(place + option.count)
        }
      }
      if next.isEmpty { return false }
      reached = next
    }
    return reached.contains(tokens.count)
  }

  private func fits(_ option: [NarrationToken], at place: Int) -> Bool {
    place + option.count <= tokens.count
      && option.indices.allSatisfy { option[$0].isSame(as: tokens[place + $0]) }
  }
}
