import Primitives

/// The lines at the head and the foot of an article, where an outlet prints what it prints with every article.
struct ArticleLines {
  /// A line that more articles of its outlet print than this is furniture: a notice, a subscription line.
  static let mostArticles = 3
  /// How many lines are looked at from the head and from the foot.
  private static let headLines = 3
  private static let footLines = 6
  /// Shorter lines share no run of words with anything.
  private static let leastWords = ShingleBuilder.width
  /// A text that is furniture in more than this share is itself what is printed again.
  private static let wholeText = 0.85

  private let lines: [(range: Range<Int>, words: Int, hash: Int?)]
  private let text: [UInt8]

  /// Reads a text; without an outlet no line is known again.
  /// - Complexity: O(bytes).
  init(_ text: String, outlet: String?) {
    self.text = Array(text.utf8)
    let outlet = outlet ?? ""
    var lines: [(range: Range<Int>, words: Int, hash: Int?)] = []
    for line in self.text.split(separator: 0x0A) {
      var hash = StableHash()
      hash.combine(outlet.utf8)
      hash.combine(0)
      var scanner = WordScanner(Array(line))
      var words = 0
      while scanner.next() {
        hash.combine(StableHash.of(scanner.word))
        words += 1
      }
      let isKnown = !outlet.isEmpty && words >= Self.leastWords
      // 48 bits: two lines that share them would only lose their runs where both are printed often.
      lines.append(
        (line.startIndex..<line.endIndex, words, isKnown ? Int(hash.value >> 16) : nil))
    }
    for place in lines.indices
    where place >= Self.headLines && place < lines.count - Self.footLines {
      lines[place].hash = nil
    }
    self.lines = lines
  }

  /// The hashes of the lines that are looked at, each once, sorted.
  var hashes: [Int] { Set(lines.compactMap(\.hash)).sorted() }

  /// The different runs of words of the text without the lines that are furniture, sorted.
  func runs(without furniture: Set<Int>) -> [UInt64] {
    let lost = lines.reduce(0) { sum, line in
      sum + (line.hash.map(furniture.contains) == true ? line.words : 0)
    }
    let all = lines.reduce(0) { $0 + $1.words }
    let keepsAll = lost == 0 || Double(lost) > Self.wholeText * Double(all)
    var builder = ShingleBuilder()
    for line in lines where keepsAll || line.hash.map(furniture.contains) != true {
      var scanner = WordScanner(Array(text[line.range]))
      while scanner.next() { builder.add(scanner.word) }
    }
    return builder.sorted
  }
}
