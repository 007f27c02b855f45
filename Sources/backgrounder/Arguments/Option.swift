/// An option of a verb, as it is typed and as it is explained.
struct Option: Sendable {
  /// The name with its dashes: `--library`.
  let name: String
  /// What the value is called in the help text; nil for a switch.
  let value: String?
  /// One line that says what it does.
  let help: String

  static let library = Option(
    name: "--library", value: "FILE", help: "The library: one SQLite file.")
  static let json = Option(name: "--json", value: nil, help: "Write JSON Lines.")
  static let now = Option(
    name: "--now", value: "TIME",
    help: "Set the edition's clock (ISO 8601); else the latest publication.")
  static let jobs = Option(
    name: "--jobs", value: "N", help: "Analyse on N cores; else on all of them.")
  static let limit = Option(name: "--limit", value: "N", help: "Write at most N results.")
  static let allowPrivate = Option(
    name: "--allow-private", value: nil,
    help: "Fetch addresses of private networks and of this machine too.")
  static let help = Option(name: "--help", value: nil, help: "Show this help.")
}
