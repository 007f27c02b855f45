import Knowledge

/// Measures how long the look-up of copies takes per arriving article, and the memory of its index.
///
///     BACKGROUNDER_BENCHMARKS=1 swift run -c release library-benchmark origins 100000
///
/// Texts are made up from a seed: 400 words of an invented vocabulary, a third of them cut or edited copies of
/// an earlier text. A look-up is shingling, asking the index, and comparing with each text that it names.
enum OriginBenchmark {
  static func run(articles: Int) {
    let maker = TextMaker(seed: 1)
    var index = OriginIndex()
    let memoryBefore = ProcessFigures.residentMegabytes()
    var spent = 0.0
    var (candidates, found, copies) = (0, 0, 0)
    print("articles\tms per look-up\tcandidates per look-up\tcopies found\tindex MB")
    for number in 0..<articles {
      let (text, source) = maker.text(number)
      let start = ProcessFigures.processorSeconds()
      let runs = TextRuns.of(text)
      let named = index.add(runs)
      spent += ProcessFigures.processorSeconds() - start
      let others = named.map { TextRuns.of(maker.text($0).text) }
      let compared = ProcessFigures.processorSeconds()
      let alike = zip(named, others).filter { TextRuns.likeness(runs, $0.1) >= 0.35 }.map(\.0)
      spent += ProcessFigures.processorSeconds() - compared
      candidates += named.count
      if let source {
        copies += 1
        if alike.contains(source) { found += 1 }
      }
      guard [1000, 10_000, 50_000, 100_000].contains(number + 1) || number + 1 == articles else {
        if (number + 1) % 1000 == 0 { (spent, candidates, found, copies) = (0, 0, 0, 0) }
        continue
      }
      let size = ProcessFigures.residentMegabytes() - memoryBefore
      print("\(number + 1)\t\(spent)\t\(Double(candidates) / 1000)\t\(found) of \(copies)\t\(size)")
      (spent, candidates, found, copies) = (0, 0, 0, 0)
    }
  }
}

/// Makes texts up; the same number gives the same text.
struct TextMaker {
  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// The text of that number, and the number of the text that it is a copy of.
  func text(_ number: Int) -> (text: String, source: Int?) {
    var random = Numbers(seed &* 0x9E37_79B9 &+ UInt64(number))
    guard number > 0, random.next(3) == 0 else { return (original(&random), nil) }
    var source = max(0, number - 1 - random.next(min(number, 2000)))
    while let earlier = text(source).source { source = earlier }
    var words = text(source).text.split(separator: " ").map(String.init)
    switch random.next(3) {
    case 0: words = Array(words.prefix(words.count * (4 + random.next(6)) / 10))
    case 1: words = Array(words.dropFirst(words.count * random.next(5) / 10))
    default:
      for place in stride(from: 5 + random.next(8), to: words.count, by: 14) {
        words[place] = "edited"
      }
    }
    return (words.joined(separator: " "), source)
  }

  private func original(_ random: inout Numbers) -> String {
    (0..<(300 + random.next(200))).map { _ in
      // A third of the words are common ones.
      "w\(random.next(3) == 0 ? random.next(150) : random.next(40_000))"
    }.joined(separator: " ")
  }
}

/// A series of numbers from a seed (SplitMix64).
struct Numbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// The next number below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var x = state
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((x ^ (x >> 31)) % UInt64(bound))
  }
}
