import Primitives

/// How often each word of one text stands in small letters, and with a capital where none is due.
struct WordEvidence {
  private var slots: [Int32]
  private var hashes: [Int] = []
  private var small: [Int32] = []
  private var capital: [Int32] = []
  /// The entry of each token; -1 for marks.
  private(set) var entries: [Int32]

  /// Counts the tokens; `isFree(i)` says that a capital at token `i` is due to its place.
  init(_ bytes: [UInt8], _ tokens: [Token], _ shapes: [TokenShape], isFree: [Bool]) {
    var capacity = 64
    while capacity < tokens.count * 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    entries = [Int32](repeating: -1, count: tokens.count)
    for index in tokens.indices where shapes[index].isWord {
      let entry = entry(WordTable.hash(bytes, tokens[index].range))
      entries[index] = Int32(entry)
      if shapes[index] == .word {
        small[entry] += 1
      } else if !isFree[index] {
        capital[entry] += 1
      }
    }
  }

  /// How often the word of a token stands in small letters.
  func smallCount(_ token: Int) -> Int { entries[token] < 0 ? 0 : Int(small[Int(entries[token])]) }

  /// How often the word of a token has a capital that only a name explains.
  func capitalCount(_ token: Int) -> Int {
    entries[token] < 0 ? 0 : Int(capital[Int(entries[token])])
  }

  private mutating func entry(_ hash: Int) -> Int {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    small.append(0)
    capital.append(0)
    return hashes.count - 1
  }
}
