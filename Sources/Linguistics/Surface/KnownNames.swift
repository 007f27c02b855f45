/// What well-known names name, where readers of names often guess wrong: services, companies, papers and teams.
///
/// From `Languages/en/known-names.tsv`. Only names that hardly mean anything else stand there.
struct KnownNames: Sendable {
  static let english = KnownNames(PackageResources.known_names_tsv)

  /// The label of what is no name at all.
  static let none = "NONE"

  private var labels: [String: String] = [:]

  init(_ resource: [UInt8]) {
    for line in String(decoding: resource, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2 else { continue }
      for name in fields[1].split(separator: "|") { labels[String(name)] = fields[0] }
    }
  }

  /// The label of a name in small letters, without "the".
  func label(_ name: String) -> String? { labels[name] }
}
