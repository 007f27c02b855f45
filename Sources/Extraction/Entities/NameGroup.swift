import NewsModel

/// The names of one entity while entities are being put together.
struct NameGroup {
  /// The name in small letters, word by word, titles and articles left out.
  let words: [String]
  /// The names of the text that belong to it, by number.
  var names: [Int]
  /// What the labels say it is.
  var label: String
  /// The country that it is or stands for by name.
  var country: String?
  /// The group that it was found to be another name of.
  var parent: Int?
}
