import FoundationEssentials

/// Where the language model is looked for.
public enum ModelLocation {
  /// The name of the model file.
  public static let fileName = "en_core_web_sm-3.8.0.model"

  /// The places in the order in which they are tried.
  ///
  /// First what `BACKGROUNDER_MODEL` names, then the user's data folder, then the folder of the
  /// command itself.
  public static func places(environment: [String: String], executable: String?) -> [String] {
    var places: [String] = []
    if let named = environment["BACKGROUNDER_MODEL"], !named.isEmpty { places.append(named) }
    if let folder = dataFolder(environment) { places.append("\(folder)/\(fileName)") }
    if let executable, executable.contains("/") {
      let folder = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      places.append("\(folder.joined(separator: "/"))/\(fileName)")
    }
    return places
  }

  /// The folder in which a fetched model is put; nil when there is no home.
  public static func dataFolder(_ environment: [String: String]) -> String? {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return "\(data)/backgrounder"
    }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return "\(home)/.local/share/backgrounder"
  }

  /// The first place where there is a file; throws `ModelError.notFound` with all places.
  ///
  /// A place that `BACKGROUNDER_MODEL` names is taken even if there is nothing, so that a slip in it
  /// is reported and not passed over.
  public static func find(environment: [String: String], executable: String?) throws -> String {
    let places = places(environment: environment, executable: executable)
    if let named = environment["BACKGROUNDER_MODEL"], !named.isEmpty { return named }
    for place in places where FileManager.default.fileExists(atPath: place) { return place }
    throw ModelError.notFound(places: places)
  }

  /// The places in the order in which they are tried by this process.
  public static func places() -> [String] {
    places(
      environment: ProcessInfo.processInfo.environment, executable: CommandLine.arguments.first)
  }

  /// Where a new model is put: what `BACKGROUNDER_MODEL` names, or the user's data folder.
  public static func destination() -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["BACKGROUNDER_MODEL"], !named.isEmpty { return named }
    return dataFolder(environment).map { "\($0)/\(fileName)" }
  }

  /// The place of the model for this process.
  public static func find() throws -> String {
    try find(
      environment: ProcessInfo.processInfo.environment, executable: CommandLine.arguments.first)
  }
}
