/// Takes the commonest English endings off a word, so that "missiles" and "missile" count as one.
///
/// Much milder than Porter's rules: grouping needs only that the forms of a word meet, and a mild stem
/// rarely joins two words that are none of each other's.
enum WordStem {
  /// The word without its ending; the word itself when nothing can be taken off.
  static func of(_ word: [UInt8]) -> [UInt8] {
    var stem = word
    guard stem.count > 4 else { return stem }
    if stem.ends(with: "ies") {
      stem.removeLast(3)
      stem.append(UInt8(ascii: "y"))
    } else if stem.ends(with: "ing"), stem.count > 6 {
      stem.removeLast(3)
    } else if stem.ends(with: "ed"), stem.count > 5 {
      stem.removeLast(2)
    } else if stem.ends(with: "s"), !stem.ends(with: "ss") {
      stem.removeLast()
    }
    if stem.count > 4, stem.ends(with: "e") { stem.removeLast() }
    return stem
  }
}

extension [UInt8] {
  /// Whether the last bytes are those of an ASCII ending.
  fileprivate func ends(with ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
