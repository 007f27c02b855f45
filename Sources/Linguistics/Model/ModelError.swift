/// What can be wrong with a model file or a model package.
public enum ModelError: Error, Hashable, Sendable {
  /// No model file was found at any of the places.
  case notFound(places: [String])
  /// The file cannot be opened or mapped.
  case unreadable(path: String, reason: String)
  /// The file cannot be written.
  case unwritable(path: String)
  /// The file is not a Backgrounder model.
  case foreign(path: String)
  /// The file is a model of another version of the format.
  case otherVersion(path: String, found: Int, wanted: Int)
  /// The file is a model, but its bytes are not those that were written.
  case damaged(path: String, reason: String)
  /// A part of the package that is to be converted is missing or has another form.
  case package(path: String, reason: String)
  /// The model holds a rule that this engine cannot carry out.
  case unsupported(path: String, reason: String)
}

extension ModelError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .notFound(let places):
      "no language model at \(places.joined(separator: ", ")); run scripts/fetch-model to get it"
    case .unreadable(let path, let reason):
      "cannot read the language model \(path) (\(reason)); run scripts/fetch-model to get it anew"
    case .unwritable(let path):
      "cannot write the language model \(path); make room or give another place"
    case .foreign(let path):
      "\(path) is not a Backgrounder language model; run scripts/fetch-model to make one"
    case .otherVersion(let path, let found, let wanted):
      "the language model \(path) has format \(found), not \(wanted); run scripts/fetch-model again"
    case .damaged(let path, let reason):
      "the language model \(path) is damaged (\(reason)); run scripts/fetch-model to make it anew"
    case .package(let path, let reason):
      "cannot convert \(path): \(reason); give the unpacked folder of en_core_web_sm 3.8.0"
    case .unsupported(let path, let reason):
      "the language model \(path) needs what this version cannot do: \(reason)"
    }
  }
}
