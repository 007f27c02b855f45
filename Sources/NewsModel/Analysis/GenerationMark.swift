/// What tells two people of one name apart by their generation: "Jr", "Sr.", "III". It is no surname.
public enum GenerationMark {
  private static let marks: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

  /// Whether a word in small letters, with or without its point, is one.
  public static func isOne(_ word: some StringProtocol) -> Bool {
    marks.contains(word.hasSuffix(".") ? String(word.dropLast()) : String(word))
  }
}
