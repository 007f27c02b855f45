/// The sets of morphological features that the rules give, as numbers.
struct Morphology: Sendable {
  /// The features by their numbers, as in `Number=Sing|Person=3`; number 0 has none.
  private(set) var names: [String] = [""]
  // For each number and part of speech, whether a word is a base form that is its own lemma.
  private var baseForms: [[Bool]] = [Self.baseForms("")]

  /// The number of a set of features; `_` is the empty set.
  mutating func number(_ features: String) -> UInt16 {
    let name = features == "_" ? "" : features
    if let index = names.firstIndex(of: name) { return UInt16(index) }
    names.append(name)
    baseForms.append(Self.baseForms(name))
    return UInt16(names.count - 1)
  }

  /// Whether a word with these features is a base form.
  func isBaseForm(_ number: UInt16, _ part: UInt8) -> Bool { baseForms[Int(number)][Int(part)] }

  private static func baseForms(_ features: String) -> [Bool] {
    let pairs = features.split(separator: "|").map { $0.split(separator: "=", maxSplits: 1) }
    func value(_ name: String) -> Substring? {
      pairs.first { $0.count == 2 && $0[0] == name }?[1]
    }
    let always =
      value("VerbForm") == "Inf" || value("VerbForm") == "None" || value("Degree") == "Pos"
    let isFinitePresent =
      value("VerbForm") == "Fin" && value("Tense") == "Pres" && value("Number") == nil
    return PartOfSpeech.names.indices.map { part in
      switch UInt8(part) {
      case PartOfSpeech.noun: always || value("Number") == "Sing"
      case PartOfSpeech.verb: always || isFinitePresent
      default: always
      }
    }
  }
}
