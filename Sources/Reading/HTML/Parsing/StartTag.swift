/// A start tag as the tokenizer hands it to the tree builder.
struct StartTag {
  /// The element it names.
  let tag: HTMLTag
  /// A number for the name: equal names have equal numbers, unknown ones too.
  let name: Int32
  /// Where its attributes stand in the builder's list.
  var attributes: Range<Int32> = 0..<0
  /// A digest of the attributes as they stand in the page.
  var hash: UInt64 = 0
  /// Whether it ends in "/>".
  var isSelfClosing = false
  /// Whether it has an attribute that only `<font>` of old pages has (color, face, size).
  var hasFontAttribute = false
  /// Whether its `type` is "hidden".
  var isHidden = false
  /// Whether its `encoding` names HTML.
  var isEncodedHTML = false

  /// A tag that the page leaves to be understood.
  init(implied tag: HTMLTag) {
    self.init(tag: tag, name: Int32(tag.rawValue))
  }

  init(tag: HTMLTag, name: Int32) {
    self.tag = tag
    self.name = name
  }
}

/// How the text after a start tag is read.
enum ContentModel {
  case data
  /// Text with character references, up to the end tag.
  case escapableText
  /// Text as it stands, up to the end tag.
  case rawText
  /// Text as it stands, up to the end tag that no comment holds.
  case script
  /// All that is left of the page.
  case plainText
}
