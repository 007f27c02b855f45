import NewsModel

/// The names of one entity while entities are being put together.
struct NameGroup {
  /// The name in small letters, word by word, titles and articles left out.
  let words: [String]
  /// The last word that is no mark of a generation: "downey" of "robert downey jr."
  var surname: String { words.last { !GenerationMark.isOne($0) } ?? words.last ?? "" }
  /// The mark of a generation, without its point.
  var generation: String? {
    words.last.flatMap { GenerationMark.isOne($0) ? $0.replacing(".", with: "") : nil }
  }
  /// The names of the text that belong to it, by number.
  var names: [Int]
  /// What the labels say it is.
  var label: String
  /// The country that it is or stands for by name.
  var country: String?
  /// The group that it was found to be another name of.
  var parent: Int?
}
