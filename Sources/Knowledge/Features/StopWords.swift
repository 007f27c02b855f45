import Primitives

/// English words that say nothing about the matter of an article.
enum StopWords {
  /// The stems of the words, by their hash.
  static let hashes: Set<UInt64> = {
    var found: Set<UInt64> = []
    for word in words { found.insert(StableHash.of(WordStem.of(Array(word.utf8)))) }
    return found
  }()

  /// The words themselves, in lower case.
  static let words: Set<String> = LanguageList.lines(of: PackageResources.stop_words_txt)
}
