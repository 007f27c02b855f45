import Composition
import NewsModel
import Primitives
import Synchronization

/// The dossiers that were compiled last, so that the pages of one topic (its tables, drawings, feeds and chains) compile it once.
///
/// Holds those of one edition.
final class RecentDossiers: Sendable {
  private struct Shelf {
    var edition = ""
    var dossiers = RecentValues<TopicID, Dossier>(room: RecentDossiers.most)
  }

  /// How many are kept at most; a big one takes about a megabyte.
  private static let most = 64

  private let shelf = Mutex(Shelf())

  /// The dossier of a topic in an edition; nil when it is not kept.
  func dossier(_ topic: TopicID, edition: String) -> Dossier? {
    shelf.withLock { shelf in
      shelf.edition == edition ? shelf.dossiers.value(of: topic) : nil
    }
  }

  /// Keeps a dossier; those of another edition are dropped.
  func keep(_ dossier: Dossier, edition: String) {
    shelf.withLock { shelf in
      if shelf.edition != edition { shelf = Shelf(edition: edition) }
      shelf.dossiers.keep(dossier, of: dossier.topic)
    }
  }
}
