import NewsModel
import Primitives

/// A happening as it was announced.
struct AnnouncedEvent {
  /// The words.
  let passage: Passage
  /// The days that its date covers.
  let days: ClosedRange<CivilDate>
  /// Who is to take part.
  let participants: Set<EntityID>
  /// Its telling words.
  let vector: TermSet
}

/// The stems of a passage's telling words by hash, sorted.
struct TermSet {
  let hashes: [UInt64]

  /// The stems of a stretch of text.
  init(_ bytes: some Sequence<UInt8>) {
    var scanner = WordScanner(Array(bytes))
    var found: Set<UInt64> = []
    while scanner.next() {
      guard scanner.word.count > 1 else { continue }
      let hash = StableHash.of(WordStem.of(scanner.word))
      if !StopWords.hashes.contains(hash) { found.insert(hash) }
    }
    hashes = found.sorted()
  }

  func contains(_ hash: UInt64) -> Bool {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }
}
