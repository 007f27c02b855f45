import Composition
import Engine
import NewsModel
import Primitives

/// Writes a whole site as files that work from a sub-path and from disk, with the evidence to check it.
///
/// The same library gives the same files. The target is replaced at once at the end, so that a reader never sees half a
/// site; it must be empty, missing, or hold an earlier export and nothing else.
public struct SiteExporter {
  private let site: Site

  /// Creates the exporter of a site.
  public init(site: Site) {
    self.site = site
  }

  /// Writes the site and returns how many files it has.
  public func export(to directory: String) throws -> Int {
    let folder = try ExportFolder(directory)
    do {
      try folder.begin()
      let count = try write(to: folder)
      try folder.finish()
      return count
    } catch {
      folder.abandon()
      throw error
    }
  }

  private func write(to folder: ExportFolder) throws -> Int {
    let edition = try site.library.edition()
    var manifest = EvidenceManifest(edition: edition)
    func keep(_ bytes: [UInt8], _ path: String) throws {
      try folder.write(bytes, to: path)
      manifest.files[path] = Digest(of: bytes).hex
    }
    var ledger = EvidenceLedger(edition: edition, pages: [])
    for path in try site.paths() {
      guard let page = try site.page(at: path) else { continue }
      try keep(page.body, path)
      if path.hasSuffix(".html") { ledger.pages.append(EvidenceLedger.Page(page)) }
    }
    for id in try site.library.articleIDs() {
      for version in try versions(of: id) {
        try keep(
          try CanonicalJSON.encode(EvidenceVersion(version)), EvidenceVersion.path(version.id))
      }
    }
    try keep(try CanonicalJSON.encode(ledger), EvidenceLedger.path)
    try folder.write(try CanonicalJSON.encode(manifest), to: EvidenceManifest.path)
    return manifest.files.count + 1
  }

  private func versions(of id: ArticleID) throws -> [ArticleVersion] {
    var versions: [ArticleVersion] = []
    while let filed = try site.library.filed(id, ordinal: versions.count + 1) {
      versions.append(filed.version)
    }
    return versions
  }
}
