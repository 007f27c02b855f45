import NewsModel
import Primitives

/// The rows of the stance model's tables for words, tags, labels of arcs and kinds of names.
///
/// Row 0 stands for what is not known. Names are not words: the model is told their kind only, so that it
/// judges what a sentence says and not what it has read about somebody.
struct StanceVocabulary: Sendable {
  /// The rows that are no words: unknown, kinds of names, a number, a mark, another name.
  let specials: Int
  private let kinds: [String: Int32]
  private let tags: [String: Int32]
  private let dependencies: [String: Int32]
  private let offsets: [UInt32]
  private let words: [UInt8]
  private let slots: [UInt16]

  init(_ weights: StanceWeights) {
    func numbered(_ lines: [String], from first: Int32) -> [String: Int32] {
      var numbers: [String: Int32] = [:]
      for (number, line) in lines.enumerated() { numbers[line] = Int32(number) + first }
      return numbers
    }
    specials = weights.shape.specials
    kinds = numbered(weights.lines(.kinds), from: 0)
    tags = numbered(weights.lines(.tags), from: 1)
    dependencies = numbered(weights.lines(.dependencies), from: 1)
    offsets = weights.elements(StanceWeights.Section.wordOffsets.rawValue)
    words = weights.elements(StanceWeights.Section.words.rawValue)
    slots = weights.elements(StanceWeights.Section.slots.rawValue)
  }

  /// The row of a tag of the Penn Treebank.
  func tag(_ tag: String) -> Int32 { tags[tag] ?? 0 }
  /// The row of a label of an arc.
  func dependency(_ label: String) -> Int32 { dependencies[label] ?? 0 }
  /// The row of a name by the kind of its entity.
  func name(_ kind: EntityKind) -> Int32 { kinds[kind.rawValue] ?? marked }
  /// The row of a span that is judged and no name.
  var marked: Int32 { kinds["MARKED"] ?? 0 }
  /// The row of somebody who speaks outside the sentence.
  var speaker: Int32 { kinds["SPEAKER"] ?? 0 }

  /// The row of a token that is no part of a name.
  func row(word: String, lemma: String, partOfSpeech: String) -> Int32 {
    if let row = find(lemma.lowercased()) ?? find(word) { return row }
    switch partOfSpeech {
    case "NUM": return Int32(kinds.count)
    case "PUNCT", "SYM": return Int32(kinds.count) + 1
    case "PROPN": return Int32(kinds.count) + 2
    default: return 0
    }
  }

  /// The row of a word in small letters.
  /// - Complexity: O(length), as less than half of the slots are taken.
  private func find(_ word: String) -> Int32? {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var slot = Int(hash) % slots.count
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let range = Int(offsets[number])..<Int(offsets[number + 1])
      if words[range].elementsEqual(word.utf8) { return Int32(specials + number) }
      slot = (slot + 1) % slots.count
    }
    return nil
  }
}
