/// Follows how deep a page's elements nest, before the page is parsed.
///
/// The parser walks its stack of open elements for each tag, so that endless nesting would cost time
/// without bound; and it puts unclosed formatting elements back into each block, which would cost
/// memory without bound. This follows the same rules closely enough to refuse both.
struct NestingGuard {
  private let depthLimit: Int
  private var open: [HTMLTag] = []
  private var formatting: [(tag: HTMLTag, hash: UInt64)] = []
  private var restored = 0
  private(set) var fault: RefusalReason?

  /// Elements that may be put back into blocks beyond the page's own, in all.
  private static let restoredLimit = 400_000

  init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  /// Takes a start tag; `hash` tells formatting elements with other attributes apart.
  mutating func start(_ tag: HTMLTag, hash: UInt64) {
    guard !tag.isVoid else { return }
    closeImplied(by: tag)
    open.append(tag)
    if open.count > depthLimit { fault = .tooDeep(limit: depthLimit) }
    if tag.isFormatting { startFormatting(tag, hash) }
    // A few unclosed elements are ordinary; only long lists of them grow without bound.
    if formatting.count > 16 { restored += formatting.count }
    if restored > Self.restoredLimit { fault = .markupTooHeavy }
  }

  /// Takes an end tag.
  mutating func end(_ tag: HTMLTag) {
    guard let index = open.lastIndex(where: { $0 == tag || Self.holdsBack($0, tag) }),
      open[index] == tag
    else { return }
    if tag.isFormatting || tag == .form {
      open.remove(at: index)
      if let last = formatting.lastIndex(where: { $0.tag == tag }) { formatting.remove(at: last) }
    } else {
      open.removeSubrange(index...)
    }
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
  private mutating func startFormatting(_ tag: HTMLTag, _ hash: UInt64) {
    var equal = 0
    for entry in formatting.reversed() where entry.hash == hash { equal += 1 }
    if equal >= 3, let first = formatting.firstIndex(where: { $0.hash == hash }) {
      formatting.remove(at: first)
    }
    formatting.append((tag, hash))
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
