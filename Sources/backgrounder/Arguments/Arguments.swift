import Primitives

/// The arguments of one verb, parsed by its options.
struct Arguments {
  private let values: [String: String]
  private let switches: Set<String>
  /// What is left: paths, names, questions.
  let operands: [String]

  /// Parses `words`; throws `UsageError` for what the verb does not know.
  ///
  /// Takes `--name value`, `--name=value` and switches; after `--` everything is an operand.
  init(_ words: [String], options: [Option]) throws {
    var values: [String: String] = [:]
    var switches: Set<String> = []
    var operands: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("--") else {
        operands.append(word)
        continue
      }
      let (name, joined) = Self.split(word)
      guard let option = options.first(where: { $0.name == name }) else {
        throw UsageError("\(name) is not an option of this command; see --help")
      }
      if option.value == nil {
        guard joined == nil else { throw UsageError("\(name) takes no value") }
        switches.insert(name)
      } else if let value = joined ?? rest.popFirst() {
        values[name] = value
      } else {
        throw UsageError("\(name) needs a value: \(name) \(option.value ?? "")")
      }
    }
    self.values = values
    self.switches = switches
    self.operands = operands
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  func has(_ option: Option) -> Bool { switches.contains(option.name) }

  func value(_ option: Option) -> String? { values[option.name] }

  func required(_ option: Option) throws -> String {
    guard let value = values[option.name], !value.isEmpty else {
      throw UsageError("\(option.name) \(option.value ?? "") is missing; see --help")
    }
    return value
  }

  func number(_ option: Option, default standard: Int, in range: ClosedRange<Int>) throws -> Int {
    guard let text = values[option.name] else { return standard }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "\(option.name) takes a number from \(range.lowerBound) to \(range.upperBound), "
          + "not \"\(text)\"")
    }
    return number
  }

  func clock() throws -> CivilTime? {
    guard let text = values[Option.now.name] else { return nil }
    guard let time = CivilTime(iso8601: text) else {
      throw UsageError(
        "--now takes a time such as 2024-07-01 or 2024-07-01T09:00:00Z, not \"\(text)\"")
    }
    return time
  }

  func noOperands() throws {
    if let extra = operands.first {
      throw UsageError("\"\(extra)\" is not expected here; see --help")
    }
  }
}

/// Something that was typed wrongly: exit status 2.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
