import Composition
import NewsModel
import Primitives

/// One article version as an export keeps it, so that its words can be checked without the library.
struct EvidenceVersion: Codable, Sendable {
  /// The digest of all that the article holds; it follows from `article`.
  let version: VersionID
  let ordinal: Int
  /// The SHA-256 of the text's bytes.
  let textDigest: String
  /// The article, without the path that it was read from.
  let article: Article

  init(_ version: ArticleVersion) {
    self.version = version.id
    ordinal = version.ordinal
    textDigest = Digest(of: version.article.text).hex
    var article = version.article
    article.file = nil
    self.article = article
  }

  static func path(_ version: VersionID) -> String {
    "evidence/articles/\(SiteLinks.fileName(version.rawValue)).json"
  }
}

/// What every page shows and what it rests on.
struct EvidenceLedger: Codable, Sendable {
  static let path = "evidence/ledger.json"

  /// The edition that was exported.
  let edition: String
  /// The pages in the order of the site.
  var pages: [Page]

  /// One page.
  struct Page: Codable, Sendable {
    let path: String
    /// The sentences, cells and labels with their citations, in order of appearance.
    let texts: [Entry]
    /// The article version whose whole text the page shows.
    let article: ShownArticle?

    init(_ page: SitePage) {
      path = page.path
      texts = page.evidence.texts.map { Entry($0) }
      article = page.evidence.article
    }
  }

  /// A cited text with its id and words as they were written down.
  ///
  /// Both follow from the runs and passages; they are kept apart so that a change of either is seen.
  struct Entry: Codable, Sendable {
    let id: String
    let text: String
    let cited: CitedText

    private enum CodingKeys: String, CodingKey {
      case id, text
    }

    init(_ text: CitedText) {
      id = text.id
      self.text = text.text
      cited = text
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      id = try fields.decode(String.self, forKey: .id)
      text = try fields.decode(String.self, forKey: .text)
      cited = try CitedText(from: decoder)
    }

    func encode(to encoder: any Encoder) throws { try cited.encode(to: encoder) }
  }
}

/// The SHA-256 of every other file of an exported site.
struct EvidenceManifest: Codable, Sendable {
  static let path = "evidence/manifest.json"

  /// Says what kind of folder this is, so that an export never overwrites anything else.
  let format: String
  let edition: String
  var files: [String: String]

  static let format = "backgrounder-site-1"

  init(edition: String) {
    format = Self.format
    self.edition = edition
    files = [:]
  }
}
