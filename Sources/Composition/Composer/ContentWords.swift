import Primitives

/// The words by which a sentence is compared with others, as numbers in rising order: no function words, endings cut.
struct ContentWords: Equatable {
  let numbers: [Int32]
  /// Those with a digit, in rising order.
  let figures: [Int32]

  var count: Int { numbers.count }
  var isEmpty: Bool { numbers.isEmpty }

  /// How many words both have.
  /// - Complexity: O(words of both).
  func shared(with other: ContentWords) -> Int {
    SortedArrays.commonCount(numbers, other.numbers)
  }
}

/// Numbers the words of a topic in the order in which they are met.
struct WordNumbers {
  private var stems: [String: Int32] = [:]
  private var words: [String: Int32] = [:]
  private var hasDigit: [Bool] = []

  /// How many words have a number.
  var count: Int { hasDigit.count }

  /// The content words of some words.
  mutating func content(_ all: [Word]) -> ContentWords {
    var numbers: Set<Int32> = []
    for word in all {
      if let number = number(word.lower) { numbers.insert(number) }
    }
    let sorted = numbers.sorted()
    return ContentWords(numbers: sorted, figures: sorted.filter { hasDigit[Int($0)] })
  }

  /// The number of a word's stem; nil for a function word.
  private mutating func number(_ word: String) -> Int32? {
    if let known = words[word] { return known < 0 ? nil : known }
    if EnglishWords.functionWords.contains(word) {
      words[word] = -1
      return nil
    }
    let stem = [Word].stem(word)
    let number = stems[stem] ?? Int32(hasDigit.count)
    if stems[stem] == nil {
      stems[stem] = number
      hasDigit.append(stem.utf8.contains { $0.isASCIIDigit })
    }
    words[word] = number
    return number
  }
}
