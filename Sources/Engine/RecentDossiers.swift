import Composition
import NewsModel
import Synchronization

/// The dossiers that were compiled last, so that the pages of one topic (its tables, drawings, feeds and chains) compile it once.
///
/// Holds those of one edition; when it is full the half that was asked for longest ago goes.
final class RecentDossiers: Sendable {
  private struct Shelf {
    var edition = ""
    var newer: [TopicID: Dossier] = [:]
    var older: [TopicID: Dossier] = [:]
  }

  /// How many are kept at most; a big one takes about a megabyte.
  private static let most = 64

  private let shelf = Mutex(Shelf())

  /// The dossier of a topic in an edition; nil when it is not kept.
  func dossier(_ topic: TopicID, edition: String) -> Dossier? {
    shelf.withLock { shelf in
      guard shelf.edition == edition else { return nil }
      if let dossier = shelf.newer[topic] { return dossier }
      guard let dossier = shelf.older[topic] else { return nil }
      Self.put(dossier, on: &shelf)
      return dossier
    }
  }

  /// Keeps a dossier; those of another edition are dropped.
  func keep(_ dossier: Dossier, edition: String) {
    shelf.withLock { shelf in
      if shelf.edition != edition { shelf = Shelf(edition: edition) }
      Self.put(dossier, on: &shelf)
    }
  }

  private static func put(_ dossier: Dossier, on shelf: inout Shelf) {
    shelf.newer[dossier.topic] = dossier
    guard shelf.newer.count >= most / 2 else { return }
    shelf.older = shelf.newer
    shelf.newer = [:]
  }
}
