import Composition
import NewsModel
import Primitives

/// The article versions of an exported site, each compared with its digests.
struct EvidenceArchive {
  /// An article version with its text as bytes.
  struct Version {
    let text: UTF8Text
    let article: Article
    let file: String

    /// The article as people name it.
    var name: String {
      "\(article.title ?? "Untitled article"), \(article.outlet ?? "Unnamed outlet")"
    }
  }

  private(set) var versions: [VersionID: Version] = [:]
  private(set) var faults: [SiteFault] = []

  init(_ site: ExportedSite) {
    let paths = site.manifest.files.keys.filter { $0.hasPrefix("evidence/articles/") }.sorted()
    for path in paths {
      guard let bytes = site.bytes(path) else { continue }
      read(bytes, path)
    }
  }

  private mutating func read(_ bytes: [UInt8], _ path: String) {
    do {
      let stored = try CanonicalJSON.decode(EvidenceVersion.self, from: bytes)
      let version = Version(
        text: UTF8Text(stored.article.text), article: stored.article, file: path)
      versions[stored.version] = version
      if let reason = try Self.fault(stored, path) {
        faults.append(SiteFault(file: path, article: version.name, reason: reason))
      }
    } catch {
      faults.append(SiteFault(file: path, reason: "is not an article version that can be read"))
    }
  }

  private static func fault(_ stored: EvidenceVersion, _ path: String) throws -> String? {
    if EvidenceVersion.path(stored.version) != path { return "bears the name of another version" }
    if Digest(of: stored.article.text).hex != stored.textDigest {
      return "the text does not have the digest that was written down for it"
    }
    if try ArticleVersion.id(of: stored.article) != stored.version {
      return "the article is not the one that the version's name stands for"
    }
    return nil
  }

  /// The words of a passage; nil when there is no such version or the range does not fit.
  func words(_ passage: Passage) -> String? {
    versions[passage.version]?.text.words(at: passage.range)
  }

  /// The article of a version as people name it.
  func name(_ version: VersionID) -> String? { versions[version]?.name }
}
