/// Follows how deep a page's elements nest, before the page is parsed.
///
/// The parser walks its stack of open elements for each tag, so that endless nesting would cost time
/// without bound; and it puts unclosed formatting elements back into each block, which would cost
/// memory without bound. This follows the same rules closely enough to refuse both.
struct NestingGuard {
  private struct Element {
    let tag: HTMLTag
    /// What a copy of the element costs in bytes; 0 for elements that are never copied.
    let cost: Int
    let hash: UInt64
  }

  private let depthLimit: Int
  private let tagLimit: Int
  private var open: [Element] = []
  private var formatting: [Element] = []
  private var openCost = 0
  private var formattingCost = 0
  private var copied = 0
  private var tags = 0
  private(set) var fault: RefusalReason?

  /// The bytes that copies of unclosed elements may take; no page of the development data needs 1 MB.
  private static let copiedLimit = 96 << 20
  /// About what the parser's node takes.
  private static let nodeCost = 200

  init(_ limits: ReadingLimits) {
    depthLimit = limits.pageDepth
    tagLimit = limits.pageTags
  }

  /// Takes a start tag with the hash and the length of its attributes.
  mutating func start(_ tag: HTMLTag, hash: UInt64, length: Int) {
    count()
    guard !tag.isVoid else { return }
    closeImplied(by: tag)
    copied += max(0, formattingCost - openCost)
    if copied > Self.copiedLimit { fault = .markupTooHeavy }
    let cost = tag.isFormatting ? Self.nodeCost + length : 0
    let element = Element(tag: tag, cost: cost, hash: hash)
    open.append(element)
    openCost += cost
    if tag.isFormatting { startFormatting(element) }
    if open.count > depthLimit { fault = .tooDeep(limit: depthLimit) }
  }

  /// Takes an end tag.
  mutating func end(_ tag: HTMLTag) {
    count()
    guard let index = open.lastIndex(where: { $0.tag == tag || Self.holdsBack($0.tag, tag) }),
      open[index].tag == tag
    else { return }
    if tag.isFormatting || tag == .form {
      openCost -= open.remove(at: index).cost
      if let last = formatting.lastIndex(where: { $0.tag == tag }) {
        formattingCost -= formatting.remove(at: last).cost
      }
    } else {
      for element in open[index...] { openCost -= element.cost }
      open.removeSubrange(index...)
    }
  }

  private mutating func count() {
    tags += 1
    if tags > tagLimit { fault = .markupTooHeavy }
  }

  /// A paragraph, list item or cell ends where the next begins.
  private mutating func closeImplied(by tag: HTMLTag) {
    switch tag {
    case .p, .li, .dt, .dd, .option, .tr, .td, .th, .tbody, .thead, .tfoot, .a, .button:
      end(tag)
    default:
      break
    }
  }

  /// The specification keeps three equal formatting elements at most.
  private mutating func startFormatting(_ element: Element) {
    let equal = formatting.reduce(0) { $0 + ($1.hash == element.hash ? 1 : 0) }
    if equal >= 3, let first = formatting.firstIndex(where: { $0.hash == element.hash }) {
      formattingCost -= formatting.remove(at: first).cost
    }
    formatting.append(element)
    formattingCost += element.cost
    if formatting.count > depthLimit { fault = .tooDeep(limit: depthLimit) }
  }

  /// Whether an open element keeps an end tag from reaching what is around it.
  private static func holdsBack(_ open: HTMLTag, _ end: HTMLTag) -> Bool {
    switch open {
    case .table, .td, .th, .caption, .template, .select, .object, .applet, .marquee, .html, .svg,
      .math:
      switch end {
      case .table, .tr, .tbody, .thead, .tfoot: open == .table || open == .template
      default: true
      }
    case .div, .ul, .ol, .dl, .section, .article, .aside, .nav, .blockquote, .button:
      // Elements without rules of their own stop at a block; so do list items at their list.
      !end.isBlock && !end.isFormatting || (end == .li && (open == .ul || open == .ol))
    default: false
    }
  }
}
