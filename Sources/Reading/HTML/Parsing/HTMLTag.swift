/// The elements that reading tells apart; all others are `other`.
enum HTMLTag: UInt8, CaseIterable {
  case text, other
  case html, head, body, title, base, link, meta, style, script, noscript, template
  case article, section, nav, aside, header, footer, main, address
  case h1, h2, h3, h4, h5, h6, hgroup
  case p, hr, pre, blockquote, ol, ul, menu, li, dl, dt, dd, figure, figcaption, div, center
  case a, em, strong, small, s, cite, q, dfn, abbr, code, samp, kbd, sub, sup, i, b, u, mark, big
  case tt, strike, nobr, font, bdi, bdo, span, br, wbr, time, data, ins, del, label
  case img, picture, iframe, embed, object, param, video, audio, source, track, map, area, svg, math
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case form, input, button, select, datalist, optgroup, option, textarea, fieldset, legend
  case details, summary, dialog, canvas, frameset, frame, noframes, noembed, xmp, plaintext
  case marquee, applet, basefont, bgsound, dir, listing, image, keygen, rb, rp, rt, rtc, ruby
  case search, `var`
  // Of MathML and SVG, where they matter for the tree.
  case mi, mo, mn, ms, mtext, annotationXML, mglyph, malignmark, foreignobject, desc

  /// The element of a name in lower case.
  init(name: some Sequence<UInt8>) { self.init(hash: NameTable.hash(name)) }

  /// The element whose name in lower case has a hash (`NameTable.hash`).
  init(hash: UInt64) {
    self = Self.names.value(of: hash).flatMap(Self.init(rawValue:)) ?? .other
  }

  /// Elements without content.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track,
      .wbr, .frame:
      true
    default: false
    }
  }

  /// Elements that a browser puts back after a block closed them (the list of active formatting).
  var isFormatting: Bool {
    switch self {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: true
    default: false
    }
  }

  /// Elements that start and end a block of text.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .section, .nav, .aside, .header, .footer, .main, .address, .h1,
      .h2, .h3, .h4, .h5, .h6, .hgroup, .p, .hr, .pre, .blockquote, .ol, .ul, .menu, .li, .dl, .dt,
      .dd, .figure, .figcaption, .div, .center, .table, .caption, .tbody, .thead, .tfoot, .tr, .td,
      .th, .form, .fieldset, .legend, .details, .summary, .dialog, .option, .optgroup, .select,
      .video, .audio, .iframe, .object, .noscript, .button, .textarea, .search, .dir, .listing:
      true
    default: false
    }
  }

  /// 1 to 6 for headings, else nil.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// The name as it stands in markup.
  private var spelling: String { self == .annotationXML ? "annotation-xml" : "\(self)" }

  static let names = NameTable(
    allCases.filter { $0.rawValue > HTMLTag.other.rawValue }.map { ($0.spelling, $0.rawValue) })
}
