import FoundationEssentials
import Primitives

/// An exported site on disk, read without the library.
struct ExportedSite {
  let directory: String
  let manifest: EvidenceManifest

  /// Opens a folder; throws `ExportError.notASite` when it has no manifest.
  init(directory: String) throws {
    self.directory = directory
    let path = directory + "/" + EvidenceManifest.path
    // Whatever is wrong with the file, the folder is then not one that can be checked.
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let manifest = try? CanonicalJSON.decode(EvidenceManifest.self, from: data),
      manifest.format == EvidenceManifest.format
    else { throw ExportError.notASite(directory) }
    self.manifest = manifest
  }

  /// The bytes of a file; nil when it cannot be read.
  func bytes(_ path: String) -> [UInt8]? {
    // A file that is missing and one that cannot be read are the same fault to a reader.
    (try? Data(contentsOf: URL(filePath: directory + "/" + path))).map { [UInt8]($0) }
  }
}
