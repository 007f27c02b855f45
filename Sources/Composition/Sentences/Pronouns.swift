/// The pronouns of English, by what they can refer to.
enum Pronouns {
  static let men: Set<String> = ["he", "him", "his", "himself"]
  static let women: Set<String> = ["she", "her", "hers", "herself"]
  static let persons = men.union(women)
  static let things: Set<String> = [
    "it", "its", "they", "them", "their", "theirs", "itself", "themselves",
  ]
  static let plurals: Set<String> = ["they", "them", "their", "theirs", "themselves"]
  static let possessives: Set<String> = ["his", "her", "its", "their"]
  static let demonstratives: Set<String> = ["this", "that", "these", "those"]
  static let firstPersons: Set<String> = [
    "i", "we", "us", "me", "my", "our", "you", "your", "ours", "mine", "i'm", "we're", "i've",
    "we've",
  ]
  static let contractions: Set<String> = [
    "it's", "he's", "she's", "they're", "they've", "that's", "there's", "he'd", "she'd", "they'd",
    "it'll", "he'll", "she'll", "they'll",
  ]
  /// Persons and things.
  static let all = persons.union(things)
}
