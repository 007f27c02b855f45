/// What a question asks for.
public enum AnswerKind: String, Sendable, CaseIterable {
  /// Somebody.
  case person
  /// A company, party, team, agency.
  case organisation
  /// Somewhere.
  case place
  /// A country.
  case country
  /// A people or descent.
  case nationality
  /// A day, year, time of day.
  case date
  /// How long something takes.
  case duration
  /// How old.
  case age
  /// How many.
  case number
  /// An amount of money.
  case money
  /// A share.
  case percent
  /// A measure: how far, how tall.
  case quantity
  /// A thing with a name: a film, a ship, a prize.
  case name
  /// Why.
  case reason
  /// In which way.
  case manner
  /// What or who something is.
  case definition
  /// What somebody says about something.
  case statement
  /// Whether.
  case yesNo = "yes-no"
  /// Anything else.
  case thing
}

extension AnswerKind {
  /// The kinds that are weighed alike; the names are those of the weights.
  var group: String {
    switch self {
    case .person, .organisation, .country, .nationality, .name: "who"
    case .number, .money, .percent, .quantity, .age: "number"
    case .place, .date, .duration: "where"
    case .reason, .statement, .definition: rawValue
    case .manner, .yesNo, .thing: "other"
    }
  }

  /// Whether the answer is a number of something.
  var isCounted: Bool { [.number, .money, .percent, .quantity].contains(self) }
}
