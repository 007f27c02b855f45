/// Takes the commonest English endings off a word; for texts without base forms.
enum WordStem {
  /// The word without its ending; the word itself when nothing can be taken off.
  static func of(_ word: String) -> String {
    for (ending, put) in [("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")]
    where word.hasSuffix(ending) && !word.hasSuffix("ss") {
      let stem = word.dropLast(ending.utf8.count)
      if stem.utf8.count >= 3 { return stem + put }
    }
    return word
  }
}
