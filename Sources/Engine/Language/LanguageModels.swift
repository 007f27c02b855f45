import Linguistics

/// The language model's file: where it is, whether it is sound, how it is made.
public enum LanguageModels {
  /// What to type to get the model.
  public static let remedy = "make model"

  /// The places where a model is looked for, in their order.
  public static func places() -> [String] { ModelLocation.places() }

  /// The file that is used; throws an error that names all places when there is none.
  public static func find() throws -> String { try ModelLocation.find() }

  /// Where a converted model is put when no place is named; nil when the user has no home.
  public static func destination() -> String? { ModelLocation.destination() }

  /// Checks a model byte for byte and returns its name and version.
  public static func verify(at path: String) throws -> String {
    try Pipeline.verify(modelAt: path)
  }

  /// Converts the unpacked package at a folder into a model file.
  public static func convert(packageAt folder: String, to path: String) throws {
    try ModelConverter.convert(packageAt: folder, to: path)
  }

  /// The model as one of the things that the product needs.
  public static func examine() -> Finding {
    do {
      let path = try find()
      let name = try LanguageEngine(modelAt: path).modelName
      return Finding(what: "language model", isGood: true, found: "\(name) at \(path)")
    } catch {
      return Finding(
        what: "language model", isGood: false, found: "\(error)", remedy: remedy, isOptional: true)
    }
  }
}
