import Foundation
import NewsModel
import Primitives
import Reading

// Feeds mutated samples to all readers for a while: `scripts/fuzz-reading --help`.

/// Random numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Changes samples: bytes, cuts, repeats, pieces of other samples, marks that lead parsers astray.
struct Mutator {
  private static let marks = [
    "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [", "<!ENTITY a \"&a;\">",
    "&a;",
    "&#x", "&#xD800;", "\u{0}", "\"", "'", "{", "[", "}", "]", "\\u", ",", "\n\n", "\r", "<table>",
    "<svg>", "<template>", "<select>", "</p>", "<b>", "<a>", "<script>", "WARC/1.0\r\n",
    "Content-Length: 99999999999\r\n", "PK\u{3}\u{4}",
    "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
    "9999999999999999999", "-1", "1e999", "\u{FEFF}", "\u{202E}", "\u{FFFD}", "--boundary",
  ].map { Array($0.utf8) }
  private static let largest = 1 << 20

  static func mutate(_ sample: [UInt8], with other: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let length = Int.random(in: 0...min(bytes.count - place, 4096), using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 3: bytes.removeSubrange(place...)
      case 4:
        let start = Int.random(in: 0...other.count, using: &random)
        bytes.insert(contentsOf: other[start...].prefix(2048), at: place)
      case 5:
        let mark = marks.randomElement(using: &random) ?? []
        let count = 1 << Int.random(in: 0...14, using: &random)
        bytes.insert(contentsOf: repeatElement(mark, count: count).joined(), at: place)
      case 6:
        if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      default: bytes.insert(contentsOf: marks.randomElement(using: &random) ?? [], at: place)
      }
      if bytes.count > largest { bytes.removeSubrange(largest...) }
    }
    return bytes
  }
}

/// The files below some paths, as name and content, in sorted order; none above 1 MB.
func samples(_ paths: [String]) -> [(name: String, bytes: [UInt8])] {
  var found: [(String, [UInt8])] = []
  for path in paths {
    let below = (FileManager.default.enumerator(atPath: path)?.allObjects ?? [])
      .compactMap { $0 as? String }.sorted().map { path + "/" + $0 }
    for file in below.isEmpty ? [path] : below {
      guard let data = FileManager.default.contents(atPath: file), data.count < 1 << 20,
        !data.isEmpty
      else { continue }
      found.append((URL(filePath: file).lastPathComponent, [UInt8](data)))
    }
  }
  return found
}

let arguments = CommandLine.arguments
guard arguments.count >= 5, let seconds = Double(arguments[1]), let seed = UInt64(arguments[2])
else {
  print("usage: fuzz-reading SECONDS SEED SCRATCH SAMPLE...")
  exit(2)
}
let scratch = URL(filePath: arguments[3])
let pool = samples(Array(arguments[4...]))
guard !pool.isEmpty else {
  print("no samples to read")
  exit(2)
}
let kinds = [
  "html", "xml", "json", "jsonl", "csv", "txt", "md", "warc", "zip", "tar", "gz", "epub", "",
]
var random = Seeded(state: seed)
let clock = ContinuousClock()
let start = clock.now
var (runs, articles, refusals) = (0, 0, 0)
var slowest = Duration.zero
while clock.now - start < .seconds(seconds) {
  let sample = pool[Int.random(in: 0..<pool.count, using: &random)]
  let other = pool[Int.random(in: 0..<pool.count, using: &random)]
  let bytes = Mutator.mutate(sample.bytes, with: other.bytes, &random)
  let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
  let keepsName = Bool.random(using: &random)
  let name = keepsName ? sample.name : kind.isEmpty ? "input" : "input." + kind
  // What is read stands on disk while it is read, so that a crash leaves it behind.
  try Data(bytes).write(to: scratch.appending(path: "current"))
  try Data(name.utf8).write(to: scratch.appending(path: "current.name"))
  let before = clock.now
  var outcomes = 0
  ArticleReader().read(bytes: bytes, name: name) { outcome in
    outcomes += 1
    switch outcome {
    case .article(let article):
      articles += 1
      // Bytes that are no text must not get this far.
      precondition(!article.text.isEmpty, "an article without text from \(name)")
    case .refused(let refusal):
      refusals += 1
      precondition(!refusal.reason.isEmpty, "a refusal without a reason from \(name)")
    }
  }
  precondition(outcomes > 0, "\(name) was lost in silence")
  let taken = clock.now - before
  if taken > slowest {
    slowest = taken
    try Data(bytes).write(to: scratch.appending(path: "slowest"))
    try Data(name.utf8).write(to: scratch.appending(path: "slowest.name"))
  }
  precondition(taken < .seconds(20), "\(name) took \(taken)")
  runs += 1
}
print("\(runs) inputs, \(articles) articles, \(refusals) refusals; the slowest took \(slowest)")
