import NewsModel
import Primitives

/// Reads NewsML-G2: news items alone, in a news message or in a package, and fragments with content.
///
/// A news item without a text of its own is its description (the caption of a picture). Packages,
/// concepts, plans and catalogues hold no news text and are refused by what they are.
struct NewsMLReader {
  let limits: ReadingLimits

  private static let items: Set<String> = [
    "newsitem", "packageitem", "knowledgeitem", "conceptitem", "planningitem", "catalogitem",
  ]
  private static let fragments: Set<String> = ["contentmeta", "groupset", "contentset", "itemmeta"]

  /// Whether an element is the root of NewsML-G2.
  static func isItem(_ root: XMLElement) -> Bool {
    items.contains(root.local) || root.local == "newsmessage" || fragments.contains(root.local)
  }

  /// Reads all items; those of a message are named `path#number`.
  func read(
    _ root: XMLElement, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard root.local == "newsmessage" else {
      return try each(outcome(root, input: name, file: name))
    }
    let items = root.children("itemset").flatMap(\.children)
      .filter { Self.items.contains($0.local) }
    if items.isEmpty { try each(.refused(Refusal(name, .noNewsText("an empty news message")))) }
    for (index, item) in items.enumerated() {
      try each(outcome(item, input: "\(name)#\(index + 1)", file: name))
    }
  }

  private func outcome(_ item: XMLElement, input: String, file: String) -> ReadOutcome {
    do throws(ReadingFault) {
      if item.isUnfinished { throw ReadingFault(.itemBreaksOff) }
      return .article(try article(item, file: file))
    } catch {
      return .refused(Refusal(input, error.reason))
    }
  }

  private func article(_ item: XMLElement, file: String) throws(ReadingFault) -> Article {
    switch item.local {
    case "newsitem": return try NewsItemReader(item, limits: limits).article(file: file)
    case "contentset":
      return try NewsItemReader(item, content: item, limits: limits).article(file: file)
    case "packageitem", "groupset":
      let references = item.descendants.count { $0.local == "itemref" }
      throw ReadingFault(.package(items: references))
    case "conceptitem": throw ReadingFault(.noNewsText("the description of a concept"))
    case "knowledgeitem":
      let concepts = item.descendants.count { $0.local == "concept" }
      throw ReadingFault(.noNewsText("a list of \(concepts) concepts"))
    case "planningitem": throw ReadingFault(.noNewsText("a plan for coverage"))
    case "catalogitem": throw ReadingFault(.noNewsText("a catalogue of codes"))
    default: throw ReadingFault(.fragment(item.name.spelling))
    }
  }
}
