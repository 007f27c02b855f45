/// The forms that a regular English verb takes.
struct Inflection {
  let base: String
  let thirdPerson: String
  let past: String
  let participles: [String]
  let gerund: String

  /// Inflects `base`; `irregular` holds the past and the participle where they differ from the rule.
  init(_ base: String, irregular: [String] = []) {
    self.base = base
    let last = base.last ?? " "
    let isConsonantY = last == "y" && !"aeiou".contains(base.dropLast().last ?? "a")
    if isConsonantY {
      thirdPerson = base.dropLast() + "ies"
    } else if ["s", "x", "sh", "ch", "o"].contains(where: base.hasSuffix) {
      thirdPerson = base + "es"
    } else {
      thirdPerson = base + "s"
    }
    let doubled = Self.doubling.contains(base) ? base + String(last) : base
    let stem = last == "e" ? String(base.dropLast()) : doubled
    let regular = isConsonantY ? base.dropLast() + "ied" : stem + "ed"
    past = irregular.first ?? regular
    participles = irregular.isEmpty ? [regular] : Array(irregular.dropFirst().prefix(1))
    gerund = last == "e" && !base.hasSuffix("ee") ? base.dropLast() + "ing" : doubled + "ing"
  }

  /// All forms, the base first.
  var all: [String] { [base, thirdPerson, past, gerund] + participles }

  private static let doubling: Set<String> = [
    "admit", "quip", "slam", "brag", "beg", "prefer", "plan", "refer", "rebut", "commit", "permit",
    "submit", "concur", "demur", "pan",
  ]
}
