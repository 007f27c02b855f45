/// How times are spread, in milliseconds with two digits.
struct Spread {
  private let sorted: [Double]

  /// Takes times in seconds.
  init(_ times: [Double]) { sorted = times.sorted() }

  var mean: String { Self.milliseconds(sorted.reduce(0, +) / Double(max(1, sorted.count))) }
  var middle: String { at(0.5) }
  /// The 95th percentile.
  var late: String { at(0.95) }
  var greatest: String { at(1) }

  /// One line for a reader.
  var line: String {
    sorted.isEmpty ? "none" : "median \(middle) ms, p95 \(late) ms, greatest \(greatest) ms"
  }

  /// With two digits.
  static func rounded(_ number: Double) -> String { String((number * 100).rounded() / 100) }

  private static func milliseconds(_ seconds: Double) -> String { rounded(seconds * 1000) }

  private func at(_ share: Double) -> String {
    guard !sorted.isEmpty else { return "none" }
    return Self.milliseconds(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))])
  }
}
