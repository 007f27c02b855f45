import Primitives

extension Article: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, file, url, outlet, title, standfirst, byline, section, published, modified, language
    case text, credits, rights, links, extra, p, q
  }

  /// Reads the article record; unknown fields are left out, a date that is none is an error.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func list(_ key: CodingKeys) throws -> [String] {
      if let one = try? fields.decode(String.self, forKey: key) { return [one] }
      return try fields.decodeIfPresent([String].self, forKey: key) ?? []
    }
    self.init(
      id: try fields.decodeIfPresent(ArticleID.self, forKey: .id),
      file: try fields.decodeIfPresent(String.self, forKey: .file),
      url: try fields.decodeIfPresent(String.self, forKey: .url),
      outlet: try fields.decodeIfPresent(String.self, forKey: .outlet),
      title: try fields.decodeIfPresent(String.self, forKey: .title),
      standfirst: try fields.decodeIfPresent(String.self, forKey: .standfirst),
      byline: try list(.byline),
      section: try fields.decodeIfPresent(String.self, forKey: .section),
      published: try fields.decodeIfPresent(CivilTime.self, forKey: .published),
      modified: try fields.decodeIfPresent(CivilTime.self, forKey: .modified),
      language: try fields.decodeIfPresent(String.self, forKey: .language),
      text: try fields.decode(String.self, forKey: .text),
      credits: try list(.credits),
      rights: try fields.decodeIfPresent(String.self, forKey: .rights),
      links: try fields.decodeIfPresent([ArticleLink].self, forKey: .links) ?? [],
      extra: try fields.decodeIfPresent(JSONValue.self, forKey: .extra))
    // What else may stand under these names in a foreign record is no question.
    if let p = try? fields.decode(ByteRange.self, forKey: .p),
      let q = try? fields.decode(ByteRange.self, forKey: .q)
    {
      asked = AskedPair(p: p, q: q)
    }
  }

  /// Writes the article record; what is not known is left out.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encodeIfPresent(file, forKey: .file)
    try fields.encodeIfPresent(url, forKey: .url)
    try fields.encodeIfPresent(outlet, forKey: .outlet)
    try fields.encodeIfPresent(title, forKey: .title)
    try fields.encodeIfPresent(standfirst, forKey: .standfirst)
    if !byline.isEmpty { try fields.encode(byline, forKey: .byline) }
    try fields.encodeIfPresent(section, forKey: .section)
    try fields.encodeIfPresent(published, forKey: .published)
    try fields.encodeIfPresent(modified, forKey: .modified)
    try fields.encodeIfPresent(language, forKey: .language)
    try fields.encode(text, forKey: .text)
    if !credits.isEmpty { try fields.encode(credits, forKey: .credits) }
    try fields.encodeIfPresent(rights, forKey: .rights)
    if !links.isEmpty { try fields.encode(links, forKey: .links) }
    try fields.encodeIfPresent(extra, forKey: .extra)
  }
}
