/// Paragraphs that are captions of pictures: they end with who took the picture, or say that they are one.
///
/// Who is named in a caption is seen in a picture; nobody after it is "he", "the company" or "the campaign" for that.
struct Captions {
  private let paragraphs: Set<Int32>

  /// A longer paragraph is text, whatever stands in it.
  private static let longest = 90

  /// The phrases of `Languages/en/caption-words.tsv`, by their first word.
  private static let phrases: [String: [[String]]] = {
    let rows = LanguageData.rows(PackageResources.caption_words_tsv)
    let phrases = rows.compactMap { $0.first?.split(separator: " ").map(String.init) }
    return Dictionary(grouping: phrases) { $0.first ?? "" }
  }()

  /// Reads where the paragraphs of a text are captions.
  /// - Complexity: O(tokens).
  init(lower: [String], paragraphOf: [Int32]) {
    var found: Set<Int32> = []
    var start = 0
    for token in lower.indices {
      if paragraphOf[token] != paragraphOf[start] { start = token }
      guard token - start < Self.longest, let phrases = Self.phrases[lower[token]] else { continue }
      let isCaption = phrases.contains { phrase in
        token + phrase.count <= lower.count
          && phrase.enumerated().allSatisfy {
            lower[token + $0] == $1 && paragraphOf[token + $0] == paragraphOf[token]
          }
      }
      if isCaption { found.insert(paragraphOf[token]) }
    }
    var lengths: [Int32: Int] = [:]
    for paragraph in paragraphOf where found.contains(paragraph) {
      lengths[paragraph, default: 0] += 1
    }
    paragraphs = found.filter { lengths[$0, default: 0] <= Self.longest }
  }

  /// Whether a paragraph is a caption.
  func contains(_ paragraph: Int32) -> Bool { paragraphs.contains(paragraph) }
}
