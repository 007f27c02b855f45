import Composition
import Engine
import NewsModel
import Primitives

/// What an entity's page shows of it over time: offices, positions, links to others.
struct EntityKnowledge {
  private static let mostRoles = 6
  private static let mostPositions = 12
  private static let mostLinks = 12

  private let sections: [(id: String, heading: String, list: KnownList)]
  /// The sentences shown, in order.
  let texts: [CitedText]

  init(_ dossier: EntityDossier, links: SiteLinks, shown: inout Set<Passage>) {
    let name = dossier.profile.name
    let parts: [(String, String, [KnownList.Item])] = [
      ("roles", "Offices and titles", dossier.roles.prefix(Self.mostRoles).map(Self.role)),
      (
        "stands", "Where \(name) stands",
        dossier.held.prefix(Self.mostPositions).map { Self.position($0, $0.target, links) }
      ),
      (
        "towards", "Where others stand on \(name)",
        dossier.towards.prefix(Self.mostPositions).map { Self.position($0, $0.holder, links) }
      ),
      (
        "links", "What links \(name) to others",
        dossier.links.filter { !$0.relation.kind.isStance }.prefix(Self.mostLinks)
          .map { Self.link($0, dossier.profile, links) }
      ),
    ]
    var sections: [(id: String, heading: String, list: KnownList)] = []
    for (id, heading, items) in parts where !items.isEmpty {
      sections.append((id, heading, KnownList(items, links: links, shown: &shown)))
    }
    self.sections = sections
    texts = sections.flatMap(\.list.texts)
  }

  func render() -> HTML? {
    guard !sections.isEmpty else { return nil }
    let parts = sections.map { section -> HTML in
      """
      <section aria-labelledby="e-\(section.id)"><h2 id="e-\(section.id)">\(section.heading)</h2>\
      \(section.list.render())</section>
      """
    }
    return "\(parts.joined(separator: "\n"))"
  }

  private static func role(_ role: EntityDossier.Role) -> KnownList.Item {
    let held = role.history.held.map { days("seen", $0) }
    let former = role.history.former.map {
      "former since \(NewspaperStyle.day($0.lowerBound)) at the latest"
    }
    let articles = NewspaperStyle.count(role.history.sightings.elements.count, "article")
    let when = [held, former, "in \(articles)"].compactMap(\.self).joined(separator: "; ")
    return KnownList.Item(
      head: "<strong>\(role.history.role)</strong> <span class=\"meta\">\(when)</span>",
      sentence: role.sentence)
  }

  private static func days(_ word: String, _ span: ClosedRange<CivilDate>) -> String {
    let first = NewspaperStyle.day(span.lowerBound)
    return span.lowerBound == span.upperBound
      ? "\(word) on \(first)" : "\(word) from \(first) to \(NewspaperStyle.day(span.upperBound))"
  }

  private static func position(
    _ view: PositionView, _ other: EntityProfile, _ links: SiteLinks
  ) -> KnownList.Item {
    let polarity = view.newest.stance.polarity
    let side: HTML = "<span class=\"stance \(polarity.rawValue)\">\(polarity.rawValue)</span>"
    let changed: HTML? =
      view.position.reversals.isEmpty ? nil : " <strong>changed sides</strong>"
    let silent = view.position.silentAfter.count
    let silence: HTML? =
      silent == 0
      ? nil
      : " <span class=\"meta\">\(NewspaperStyle.count(silent, "later article")) shows none</span>"
    return KnownList.Item(
      head: "\(side) \(links.named(other.name, other.id))\(changed)\(silence)",
      sentence: view.newest.sentence)
  }

  private static func link(
    _ link: EntityDossier.Link, _ profile: EntityProfile, _ links: SiteLinks
  ) -> KnownList.Item {
    let other = links.named(link.other.name, link.other.id)
    let isFrom = link.relation.from == profile.id
    let words: HTML =
      switch link.relation.kind {
      case .speaksOf: isFrom ? "speaks of \(other)" : "\(other) speaks of \(profile.name)"
      case .takesPartWith: "takes part in events with \(other)"
      case .partnersIn: "party to a plan or agreement with \(other)"
      case .for, .against: "\(other)"
      }
    let origins = NewspaperStyle.count(link.relation.originCount, "origin")
    return KnownList.Item(
      head: "\(words) <span class=\"meta\">\(origins)</span>", sentence: link.sentences.first)
  }
}

extension Relation.Kind {
  /// Whether it is a position, which has a list of its own.
  fileprivate var isStance: Bool { self == .for || self == .against }
}
