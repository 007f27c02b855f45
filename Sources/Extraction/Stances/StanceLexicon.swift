import NewsModel

/// A verb whose subject shows a stance to its object.
struct StanceVerb: Sendable {
  let polarity: Polarity
  /// The preposition before the object; nil when it follows the verb.
  let preposition: String?
  let tense: CueForm.Tense
}

/// The verbs of `Languages/en/stance-verbs.tsv` by their forms.
struct StanceLexicon: Sendable {
  static let english = StanceLexicon(resource: PackageResources.stance_verbs_tsv)

  private let forms: [String: StanceVerb]
  private let polarities: [String: Polarity]

  /// Reads lines of `base<TAB>polarity<TAB>preposition[<TAB>past participle]`.
  init(resource: [UInt8]) {
    var forms: [String: StanceVerb] = [:]
    var polarities: [String: Polarity] = [:]
    for row in LanguageData.rows(resource) where row.count >= 3 {
      guard let polarity = Polarity(rawValue: row[1]) else { continue }
      if row[2] == "-" { polarities[row[0]] = polarity }
      let irregular = row.count > 3 ? row[3].split(separator: " ").map(String.init) : []
      let inflection = Inflection(row[0], irregular: irregular)
      let tenses: [(String, CueForm.Tense)] = [
        (inflection.past, .past), (inflection.thirdPerson, .thirdPerson), (row[0], .base),
        (inflection.gerund, .gerund),
      ]
      for (form, tense) in tenses where forms[form] == nil {
        forms[form] = StanceVerb(
          polarity: polarity, preposition: row[2] == "-" ? nil : row[2], tense: tense)
      }
    }
    self.forms = forms
    self.polarities = polarities
  }

  subscript(_ word: String) -> StanceVerb? { forms[word] }

  /// What the verb with this base form shows towards its direct object.
  func polarity(ofBase base: String) -> Polarity? { polarities[base] }

  /// What a noun, adjective or verb shows as the cue of a statement: `was critical of`, `lashed out at`.
  func polarity(ofCue base: String) -> Polarity? { Self.cues[base] }

  /// Whether a word says that something is not done: `refused to endorse`.
  func refuses(_ base: String) -> Bool { Self.refusals.contains(base) }

  private static let cueRows = LanguageData.rows(PackageResources.stance_cues_tsv)
    .filter { $0.count == 2 }
  private static let cues: [String: Polarity] = {
    var cues: [String: Polarity] = [:]
    for row in cueRows {
      guard let polarity = Polarity(rawValue: row[0]) else { continue }
      for word in row[1].split(separator: " ") { cues[String(word)] = polarity }
    }
    return cues
  }()
  private static let refusals = Set(
    cueRows.filter { $0[0] == "refusal" }
      .flatMap { $0[1].split(separator: " ").map(String.init) })

  /// Nouns for what somebody plans, says or does; who opposes it opposes her.
  static let deeds: Set<String> = {
    let rows = LanguageData.rows(PackageResources.stance_deeds_tsv)
    return Set(rows.flatMap { $0.first?.split(separator: " ").map(String.init) ?? [] })
  }()
}
