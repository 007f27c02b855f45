/// The texts that a pattern matches, for patterns that match but a few.
extension Pattern {
  /// All texts that match as a whole; nil when there are more than `limit` or the pattern looks around.
  func strings(limit: Int = 1000) -> [[UInt32]]? {
    switch self {
    case .start, .end: return [[]]
    case .look: return nil
    case .set(let set):
      guard let ranges = set.members, ranges.reduce(0, { $0 + $1.count }) <= limit else {
        return nil
      }
      return ranges.flatMap { range in range.map { [$0] } }
    case .choice(let parts):
      var all: [[UInt32]] = []
      for part in parts {
        guard let strings = part.strings(limit: limit) else { return nil }
        all += strings
      }
      return all.count <= limit ? all : nil
    case .sequence(let parts): return Self.joined(parts, limit)
    case .repeated(let part, let least, let most):
      guard let most else { return nil }
      var all: [[UInt32]] = []
      for count in least...most {
        guard let strings = Self.joined(Array(repeating: part, count: count), limit) else {
          return nil
        }
        all += strings
      }
      return all.count <= limit ? all : nil
    }
  }

  private static func joined(_ parts: [Pattern], _ limit: Int) -> [[UInt32]]? {
    var all: [[UInt32]] = [[]]
    for part in parts {
      guard let strings = part.strings(limit: limit), all.count * strings.count <= limit else {
        return nil
      }
      all = all.flatMap { head in strings.map { head + $0 } }
    }
    return all
  }
}
