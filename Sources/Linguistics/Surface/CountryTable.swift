import Primitives

/// Countries and territories with their names, capitals and demonyms.
///
/// From `Languages/en/countries.tsv`, which `scripts/derive-countries` makes.
public struct CountryTable: Sendable {
  /// How a word is tied to its country.
  public enum Relation: Sendable {
    /// `Japan`.
    case name
    /// `Tokyo`.
    case capital
    /// `Japanese`.
    case demonym
  }

  /// A country and how a word is tied to it.
  public struct Entry: Sendable {
    /// The ISO 3166-1 alpha-2 code.
    public let code: String
    /// How the word is tied to it.
    public let relation: Relation
  }

  /// The table of the English language data.
  public static let english = CountryTable(
    countries: PackageResources.countries_tsv, regions: PackageResources.regions_tsv)

  private var entries: [String: Entry] = [:]
  private var names: [String: String] = [:]
  private var regions: Set<String> = []

  init(countries: [UInt8], regions: [UInt8]) {
    for line in String(decoding: countries, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      add(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
    for line in String(decoding: regions, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      self.regions.formUnion(line.split(separator: "|").map(String.init))
    }
  }

  private mutating func add(_ fields: [String]) {
    guard fields.count == 5 else { return }
    names[fields[0]] = fields[1]
    let lists = fields[1...].map { $0.split(separator: "|").map { $0.lowercased() } }
    let relations: [Relation] = [.name, .name, .capital, .demonym]
    for (list, relation) in zip(lists, relations) {
      for word in list where entries[word] == nil {
        entries[word] = Entry(code: fields[0], relation: relation)
      }
    }
  }

  /// The country that a name in small letters is tied to.
  public func entry(_ name: String) -> Entry? { entries[name] }

  /// The usual name of a country.
  public func name(ofCode code: String) -> String? { names[code] }

  /// Whether a name in small letters is a known region or city.
  public func isRegion(_ name: String) -> Bool { regions.contains(name) }
}
