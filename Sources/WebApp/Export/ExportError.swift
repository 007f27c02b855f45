/// Why a site could not be exported or checked.
public enum ExportError: Error, Hashable {
  /// The target is a file.
  case notAFolder(String)
  /// The target holds something that no export wrote.
  case foreignFile(folder: String, file: String)
  /// The folder is no exported site.
  case notASite(String)
  /// A file could not be written.
  case cannotWrite(path: String, reason: String)
}

extension ExportError: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .notAFolder(let path): "\(path) is a file: give the name of a folder to export to"
    case .foreignFile(let folder, let file):
      "\(folder) holds \(file), which no export wrote: give an empty or a new folder"
    case .notASite(let path):
      "\(path) is not an exported site: it has no evidence/manifest.json that can be read"
    case .cannotWrite(let path, let reason):
      "cannot write \(path) (\(reason)): nothing was changed; make room or choose another place"
    }
  }
}
