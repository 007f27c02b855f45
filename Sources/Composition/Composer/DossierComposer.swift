public import NewsModel
import Primitives

/// Compiles a dossier from a topic's evidence.
///
/// A pure function: the same evidence gives the same dossier. Sentences are the sources' own; a sentence
/// that cannot be made to stand alone is not used.
public struct DossierComposer: Sendable {
  /// Creates a composer.
  public init() {}

  /// Compiles everything shown about a topic.
  public func compose(_ evidence: TopicEvidence) -> Dossier {
    let material = Material(evidence)
    var used = UsedSentences()
    let sections = [InShortComposer(material: material).compose(&used)]
    return Dossier(
      topic: evidence.topic.id, name: evidence.topic.name, clock: evidence.now,
      explainer: sections.compactMap(\.self), questions: [], unansweredQuestions: [], tables: [],
      graphics: [], sources: sources(evidence))
  }

  /// Every article, latest first, then by outlet and id.
  private func sources(_ evidence: TopicEvidence) -> [DossierSource] {
    evidence.articles.map { DossierSource($0, origin: evidence.origins[$0.origin]) }
      .sorted { a, b in
        if a.published != b.published {
          guard let left = a.published else { return false }
          guard let right = b.published else { return true }
          return left > right
        }
        return (a.outlet, a.article) < (b.outlet, b.article)
      }
  }
}
