/// What may stand beside a cue verb as what is said.
struct CueFrames: OptionSet, Sendable {
  let rawValue: UInt16

  static let quotation = CueFrames(rawValue: 1 << 0)
  static let clause = CueFrames(rawValue: 1 << 1)
  static let thatClause = CueFrames(rawValue: 1 << 2)
  static let question = CueFrames(rawValue: 1 << 3)
  static let infinitive = CueFrames(rawValue: 1 << 4)
  static let object = CueFrames(rawValue: 1 << 5)
  static let addressee = CueFrames(rawValue: 1 << 6)

  /// Reads the letters of `cue-verbs.tsv`.
  init(letters: some StringProtocol) {
    self = []
    for letter in letters { formUnion(Self.frames[letter] ?? []) }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static let frames: [Character: CueFrames] = [
    "q": .quotation, "c": [.clause, .thatClause], "t": .thatClause, "w": .question,
    "i": .infinitive, "o": .object, "a": .addressee,
  ]
}

/// A verb that reports speech or thought.
struct CueVerb: Sendable {
  let base: String
  /// What kind of act it reports: `say`, `claim`, `deny`, `think`, ...
  let force: String
  let frames: CueFrames
  /// Prepositions after which an object is what is said: `called for`.
  let prepositions: Set<String>
}

/// A form of a cue verb.
struct CueForm: Sendable {
  enum Tense: Sendable { case base, thirdPerson, past, gerund, participle }

  let verb: CueVerb
  let tense: Tense
}

/// The verbs of `Languages/en/cue-verbs.tsv` by their forms.
struct CueLexicon: Sendable {
  static let english = CueLexicon(resource: PackageResources.cue_verbs_tsv)

  private let forms: [String: CueForm]
  private let bases: [String: CueVerb]

  /// Reads lines of `base<TAB>force<TAB>frames[<TAB>past participle]`.
  init(resource: [UInt8]) {
    var forms: [String: CueForm] = [:]
    var bases: [String: CueVerb] = [:]
    for row in LanguageData.rows(resource) where row.count >= 3 {
      let verb = Self.verb(row)
      if bases[verb.base] == nil { bases[verb.base] = verb }
      let irregular = row.count > 3 ? row[3].split(separator: " ").map(String.init) : []
      for (form, tense) in Self.forms(of: verb.base, irregular) where forms[form] == nil {
        forms[form] = CueForm(verb: verb, tense: tense)
      }
    }
    self.forms = forms
    self.bases = bases
  }

  /// The cue verb of which `word`, in small letters, is a form.
  func form(_ word: String) -> CueForm? { forms[word] }

  /// What may stand beside the verb with this base form.
  func frames(ofBase base: String) -> CueFrames? { bases[base]?.frames }

  /// The kind of act of the verb with this base form.
  func force(ofBase base: String) -> String? { bases[base]?.force }

  private static func verb(_ row: [String]) -> CueVerb {
    let fields = row[2].split(separator: " ")
    let prepositions = fields.filter { $0.hasPrefix("p:") }.map { String($0.dropFirst(2)) }
    let letters = fields.filter { !$0.hasPrefix("p:") }.joined()
    return CueVerb(
      base: row[0], force: row[1], frames: CueFrames(letters: letters),
      prepositions: Set(prepositions))
  }

  private static func forms(
    of base: String, _ irregular: [String]
  ) -> [(String, CueForm.Tense)] {
    let inflection = Inflection(base, irregular: irregular)
    return [
      (inflection.past, .past), (inflection.thirdPerson, .thirdPerson), (base, .base),
      (inflection.gerund, .gerund),
    ] + inflection.participles.map { ($0, .participle) }
  }
}
