import Engine
import NewsModel
import Primitives

/// `entity`: what is known of one person, organisation or place.
enum EntityVerb: Verb {
  static let name = "entity"
  static let summary =
    "Say what is known of one entity: roles, positions, relations, with sentences."
  static let operands = "--library FILE NAME [--json]"
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (
      line: "backgrounder entity --library news.library Stoltenberg",
      does: "by its name or a part of it; the most mentioned when several fit"
    )
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let limit = try arguments.number(.limit, default: 12, in: 1...Int.max)
    guard !arguments.operands.isEmpty else { throw UsageError("name one entity") }
    let words = arguments.operands.joined(separator: " ")
    let library = try Library(path: arguments.required(.library))
    guard let profile = try Named.entity(words, in: library),
      let dossier = try library.entityDossier(profile.id)
    else { return .failed }
    if arguments.has(.json) {
      try Console.writeJSON(EntityDocument(dossier))
    } else {
      write(dossier, limit: limit)
    }
    return .done
  }

  private static func write(_ dossier: EntityDossier, limit: Int) {
    let profile = dossier.profile
    Console.write(
      "\(profile.name): \(profile.kind.rawValue), in \(profile.articleCount) articles, speaks in "
        + "\(profile.statementCount) statements")
    for role in dossier.roles.prefix(limit) {
      Console.write("  role\t\(role.history.role)\t\(days(role.history))")
    }
    for view in (dossier.held + dossier.towards).prefix(limit) {
      let day = view.newest.stance.day?.description ?? "undated"
      Console.write(
        "  position\t\(view.holder.name) \(view.newest.stance.polarity.rawValue) \(view.target.name), \(day)\t"
          + view.newest.sentence.exact)
    }
    for link in dossier.links.prefix(limit) {
      let origins = link.relation.originCount
      Console.write(
        "  \(words(link, profile))\t\(origins) \(origins == 1 ? "origin" : "origins")\t"
          + link.sentences.first.exact)
    }
  }

  private static func days(_ history: RoleHistory) -> String {
    let held = history.held.map { "seen \($0.lowerBound) to \($0.upperBound)" }
    let former = history.former.map { "former since \($0.lowerBound) at the latest" }
    let parts = [held, former].compactMap(\.self)
    return parts.isEmpty ? "undated" : parts.joined(separator: "; ")
  }

  private static func words(_ link: EntityDossier.Link, _ profile: EntityProfile) -> String {
    let (from, to) =
      link.relation.from == profile.id
      ? (profile.name, link.other.name) : (link.other.name, profile.name)
    switch link.relation.kind {
    case .against: return "\(from) against \(to)"
    case .for: return "\(from) for \(to)"
    case .speaksOf: return "\(from) speaks of \(to)"
    case .takesPartWith: return "\(from) with \(to)"
    case .partnersIn: return "\(from) partner of \(to)"
    }
  }
}
