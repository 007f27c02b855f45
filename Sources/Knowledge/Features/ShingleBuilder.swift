/// Collects the runs of five words of a text, each as one hash.
///
/// Five words in a row rarely come about twice by chance, and an edited copy still keeps half of its runs.
/// Follows A. Broder, "On the resemblance and containment of documents" (1997).
struct ShingleBuilder {
  /// The words in one run.
  static let width = 5

  private var recent: [UInt64] = []
  private var found: [UInt64] = []

  /// Adds the next word of the text.
  mutating func add(_ word: [UInt8]) {
    recent.append(StableHash.of(word))
    guard recent.count >= Self.width else { return }
    var hash = StableHash()
    for word in recent.suffix(Self.width) { hash.combine(word) }
    found.append(hash.value)
    if recent.count > 1024 { recent.removeFirst(recent.count - Self.width) }
  }

  /// The different runs, sorted.
  var sorted: [UInt64] {
    var all = found.sorted()
    var kept = 0
    for index in all.indices where index == 0 || all[index] != all[index - 1] {
      all[kept] = all[index]
      kept += 1
    }
    all.removeSubrange(kept...)
    return all
  }
}
