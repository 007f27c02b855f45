/// Finds the headline of a page: what its head says, as the page shows it.
struct PageTitle {
  /// The headline; nil when the page has none.
  let text: String?
  /// The heading element that shows it; nil when none does.
  let element: Int?

  /// A headline stands among the first headings of a page.
  private static let headingLimit = 300
  /// What is left of a heading must have so many letters, and its kicker no more than these.
  private static let leastHeadline = 25
  private static let longestKicker = 40
  private static let separators = [
    " | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", " / ",
  ]

  init(_ tree: HTMLTree, meta: MetaTags, linked: LinkedData, zones: PageZones) {
    let claims = [linked.headline, meta.first("og:title", "twitter:title"), meta.title]
      .compactMap(\.self).map { String($0.prefix(400)) }
    let headings = Self.headings(tree, zones)
    if let shown = Self.agreeing(headings, claims) {
      (text, element) = (Self.withoutKicker(shown.text, claims), shown.element)
    } else if let claim = claims.first {
      text = Self.withoutSite(claim, meta.first("og:site_name"))
      element = nil
    } else {
      (text, element) = (headings.first?.text, headings.first?.element)
    }
  }

  /// A heading without the section or series that it opens with, where the head gives the headline alone.
  private static func withoutKicker(_ heading: String, _ claims: [String]) -> String {
    let shown = BodyFilter.comparable(heading)
    let alone = claims.first { claim in
      let said = BodyFilter.comparable(claim)
      return said.count >= leastHeadline && said.count < shown.count
        && shown.count - said.count <= longestKicker && shown.ends(with: said)
    }
    return alone ?? heading
  }

  private typealias Heading = (text: String, element: Int, level: Int)

  /// Headings of the first two levels, those that are named headlines first.
  private static func headings(_ tree: HTMLTree, _ zones: PageZones) -> [Heading] {
    var found: [Heading] = []
    for index in tree.nodes.indices {
      guard let level = tree.nodes[index].tag.headingLevel, level <= 3 else { continue }
      let text = tree.foldedText(of: index)
      let role = zones.roles[index]
      if found.count == headingLimit { break }
      if text.isEmpty || role == .comments || role == .related || role == .hidden { continue }
      found.append((text, index, level))
    }
    return found
  }

  /// The heading that best agrees with what the head claims.
  private static func agreeing(_ headings: [Heading], _ claims: [String]) -> Heading? {
    let claimed = claims.map(words)
    var best: (heading: Heading, score: Double)?
    for heading in headings {
      let words = words(of: heading.text)
      let agreement = claimed.map { overlap(words, $0) }.max() ?? 0
      guard agreement >= 0.6 else { continue }
      let score = agreement - 0.15 * Double(heading.level - 1)
      if score > best?.score ?? 0 { best = (heading, score) }
    }
    if let best { return best.heading }
    let first = headings.filter { $0.level == 1 }
    return claims.isEmpty && first.count == 1 ? first.first : nil
  }

  /// The share of a heading's words that a claim has, and the claim's first part of them.
  private static func overlap(_ heading: Set<UInt64>, _ claim: Set<UInt64>) -> Double {
    guard !heading.isEmpty, !claim.isEmpty else { return 0 }
    let shared = Double(heading.intersection(claim).count)
    // A short heading such as the site's name is part of many a claim.
    return min(shared / Double(heading.count), shared / Double(claim.count) * 1.6)
  }

  private static func words(of text: String) -> Set<UInt64> {
    let folded = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
    return Set(WordRun(folded.utf8).words.map(\.hash))
  }

  /// A headline without the name of the site at its end or start.
  static func withoutSite(_ title: String, _ site: String?) -> String {
    let site = site.map(BodyFilter.comparable)
    for separator in separators {
      let parts = title.split(separator: separator, omittingEmptySubsequences: true)
      guard parts.count > 1 else { continue }
      if let site, !site.isEmpty {
        let kept = parts.filter { BodyFilter.comparable(String($0)) != site }
        if kept.count < parts.count, !kept.isEmpty { return kept.joined(separator: separator) }
      }
      let longest = parts.max { $0.utf8.count < $1.utf8.count } ?? parts[0]
      let isSiteLast = parts.count == 2 && parts[1].split(separator: " ").count <= 4
      if separator == " | " || (isSiteLast && longest == parts[0]) { return String(longest) }
    }
    return title
  }
}

extension Array where Element == UInt8 {
  /// Whether the last bytes are those of another array.
  fileprivate func ends(with other: [UInt8]) -> Bool {
    count >= other.count && self[(count - other.count)...].elementsEqual(other)
  }
}
