/// Finds, as texts arrive, the earlier ones that share runs of words with a text.
///
/// Each text is known by its smallest run hashes, a sample that two texts draw alike (the bottom-k sketch of
/// A. Broder, "On the resemblance and containment of documents", 1997). A text cut to an eighth of another
/// shares six of them on average. What is found are candidates: whoever asks compares the runs themselves.
package struct OriginIndex {
  /// How many runs stand for one text.
  ///
  /// By calculation 48 miss one in 350 of the pairs that are just alike enough to be copies, 32 one in fifty.
  package static let sketchSize = 48
  /// At most so many texts, the first, are kept for one run.
  ///
  /// What more texts share is found through these.
  package static let textsPerRun = 32

  private struct Posting {
    let text: Int32
    let next: Int32
  }

  /// An open hash table: the run's fingerprint, the last posting of its chain, the chain's length.
  private var fingerprints: [UInt32]
  private var heads: [Int32]
  private var counts: [UInt8]
  private var used = 0
  private var postings: [Posting] = []
  /// How many texts were added.
  package private(set) var count = 0

  /// Creates an empty index.
  package init() {
    fingerprints = Array(repeating: 0, count: 1024)
    heads = Array(repeating: -1, count: 1024)
    counts = Array(repeating: 0, count: 1024)
  }

  /// Adds a text by its different runs, sorted; returns the earlier texts that share one of its sketch.
  ///
  /// Texts are numbered from zero in the order in which they are added; the answer is sorted. Add texts in
  /// the order of publication: only the first texts of a much printed run are kept.
  /// - Complexity: O(sketch · texts per run), whatever the number of texts; 60 bytes a run of a sketch.
  package mutating func add(_ runs: [UInt64]) -> [Int] {
    var found: Set<Int32> = []
    for run in runs.prefix(Self.sketchSize) {
      let slot = slot(of: UInt32(truncatingIfNeeded: StableHash.mixed(run)))
      var next = heads[slot]
      while next >= 0 {
        found.insert(postings[Int(next)].text)
        next = postings[Int(next)].next
      }
      guard counts[slot] < Self.textsPerRun else { continue }
      if heads[slot] < 0 { used += 1 }
      postings.append(Posting(text: Int32(count), next: heads[slot]))
      heads[slot] = Int32(postings.count - 1)
      counts[slot] += 1
      if used * 10 > heads.count * 7 { grow() }
    }
    count += 1
    return found.sorted().map(Int.init)
  }

  /// The slot of a run, taken for it when it is new.
  private mutating func slot(of fingerprint: UInt32) -> Int {
    let slot = freeSlot(of: fingerprint)
    fingerprints[slot] = fingerprint
    return slot
  }

  private func freeSlot(of fingerprint: UInt32) -> Int {
    let mask = heads.count - 1
    var slot = Int(fingerprint) & mask
    while heads[slot] >= 0, fingerprints[slot] != fingerprint { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldPrints, oldHeads, oldCounts) = (fingerprints, heads, counts)
    fingerprints = Array(repeating: 0, count: oldHeads.count * 2)
    heads = Array(repeating: -1, count: oldHeads.count * 2)
    counts = Array(repeating: 0, count: oldHeads.count * 2)
    for old in oldHeads.indices where oldHeads[old] >= 0 {
      let slot = freeSlot(of: oldPrints[old])
      fingerprints[slot] = oldPrints[old]
      heads[slot] = oldHeads[old]
      counts[slot] = oldCounts[old]
    }
  }
}
