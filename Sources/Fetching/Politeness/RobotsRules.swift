import Primitives

/// The rules of one robots.txt for one robot (RFC 9309).
///
/// The group that names the robot is taken, else the group of `*`. The longest matching rule wins; of two
/// that are as long, the one that allows. `Crawl-delay`, which the RFC leaves open, is obeyed.
public struct RobotsRules: Sendable, Hashable {
  struct Rule: Sendable, Hashable {
    let allows: Bool
    let pattern: [UInt8]
  }

  private let rules: [Rule]
  /// The pause that the site asks for, in seconds.
  public let crawlDelaySeconds: Double?

  /// Rules that allow everything: there is no robots.txt.
  public static let allowAll = RobotsRules(rules: [], crawlDelaySeconds: nil)
  /// Rules that allow nothing: robots.txt could not be had.
  public static let allowNone = RobotsRules(
    rules: [Rule(allows: false, pattern: Array("/".utf8))], crawlDelaySeconds: nil)

  private init(rules: [Rule], crawlDelaySeconds: Double?) {
    self.rules = rules
    self.crawlDelaySeconds = crawlDelaySeconds
  }

  /// Parses a robots.txt for the robot called `robot`; only its first 500 kB count, as the RFC has it.
  public init(_ text: [UInt8], robot: String) {
    var parser = Parser(robot: robot.lowercased())
    for line in text.prefix(500_000).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      parser.take(line)
    }
    let named = parser.namedRules
    rules = named ?? parser.commonRules
    crawlDelaySeconds = named == nil ? parser.commonDelay : parser.namedDelay
  }

  /// Whether the path, with its query, may be fetched.
  public func allows(_ target: String) -> Bool {
    let path = Array(target.utf8)
    var best: Rule?
    for rule in rules where Self.matches(rule.pattern[...], path[...]) {
      guard let known = best else {
        best = rule
        continue
      }
      if rule.pattern.count > known.pattern.count
        || (rule.pattern.count == known.pattern.count && rule.allows)
      {
        best = rule
      }
    }
    return best?.allows ?? true
  }

  /// Matches a pattern with `*` and a closing `$` at the start of a path.
  /// - Complexity: O(pattern * path) at worst: the last `*` is tried again, earlier ones never.
  static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pieces = (isAnchored ? pattern.dropLast() : pattern)
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard let first = pieces.first, path.starts(with: first) else { return false }
    var rest = path.dropFirst(first.count)
    for (index, piece) in pieces.enumerated().dropFirst() {
      if isAnchored, index == pieces.count - 1 {
        return rest.count >= piece.count && rest.suffix(piece.count).elementsEqual(piece)
      }
      guard let found = Self.firstIndex(of: piece, in: rest) else { return false }
      rest = rest[(found + piece.count)...]
    }
    return !isAnchored || rest.isEmpty
  }

  private static func firstIndex(of piece: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
    guard piece.count <= text.count else { return nil }
    for start in text.startIndex...(text.endIndex - piece.count)
    where text[start..<start + piece.count].elementsEqual(piece) {
      return start
    }
    return nil
  }
}

extension RobotsRules {
  /// Collects the rules of the group that names the robot and of the group for all.
  private struct Parser {
    let robot: String
    var namedRules: [Rule]?
    var namedDelay: Double?
    var commonRules: [Rule] = []
    var commonDelay: Double?
    private var isNamed = false
    private var isCommon = false
    private var isReadingNames = false

    init(robot: String) {
      self.robot = robot
    }

    mutating func take(_ line: ArraySlice<UInt8>) {
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return }
      let key = Self.trimmed(content[..<colon]).lowercased()
      let value = Self.trimmed(content[content.index(after: colon)...])
      switch key {
      case "user-agent": name(value.lowercased())
      case "allow", "disallow": rule(Rule(allows: key == "allow", pattern: Array(value.utf8)))
      case "crawl-delay": delay(Double(value))
      default: break
      }
    }

    private mutating func name(_ value: String) {
      if !isReadingNames { (isNamed, isCommon) = (false, false) }
      isReadingNames = true
      if value == "*" {
        isCommon = true
      } else if robot == value || robot.hasPrefix(value), !value.isEmpty {
        isNamed = true
        namedRules = namedRules ?? []
      }
    }

    private mutating func rule(_ rule: Rule) {
      isReadingNames = false
      // An empty pattern matches nothing: "Disallow:" allows all.
      guard !rule.pattern.isEmpty else { return }
      if isNamed { namedRules?.append(rule) }
      if isCommon { commonRules.append(rule) }
    }

    private mutating func delay(_ seconds: Double?) {
      isReadingNames = false
      guard let seconds, seconds >= 0 else { return }
      if isNamed { namedDelay = seconds }
      if isCommon { commonDelay = seconds }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
      let text = UTF8Text(String(decoding: bytes, as: UTF8.self))
      return text[text.trimmed(text.fullRange)]
    }
  }
}
