import NewsModel
import Primitives

/// "Corrected since": sentences of replaced versions that are gone, with what stands there now.
struct CorrectedComposer {
  let material: Material
  private static let length = 4
  /// The share of words from which a new sentence counts as the old one changed.
  private static let sameSentence = 0.3

  func compose() -> ExplainerSection? {
    let replaced = material.evidence.superseded.flatMap(blocks)
    guard let all = NonEmpty(replaced.prefix(Self.length)) else { return nil }
    return ExplainerSection(kind: .corrected, blocks: all)
  }

  private func blocks(_ old: FiledArticle) -> [ExplainerSection.Block] {
    let id = old.version.article.id
    let later = (material.evidence.superseded + material.evidence.articles).first {
      $0.version.article.id == id && $0.version.ordinal > old.version.ordinal
    }
    guard let new = later else { return [] }
    let kept = Set(new.analysis.sentences.map { new.text[$0] })
    return old.analysis.sentences.compactMap { range in
      kept.contains(old.text[range]) ? nil : block(range, of: old, in: new)
    }
  }

  private func block(_ range: ByteRange, of old: FiledArticle, in new: FiledArticle)
    -> ExplainerSection.Block?
  {
    let words = WordScanner.words(of: old.text, in: range)
    guard SentenceGate.admits(old.text.trimmed(range), of: old.text, words: words),
      let past = text("Before: ", range, of: old)
    else { return nil }
    let content = words.contentWords
    let match = replacement(for: content, of: old, in: new)
    let now = match.flatMap { text("Now: ", $0, of: new) }
    let outlet = new.version.article.outlet ?? "The outlet"
    let time = new.version.article.modified ?? new.version.article.published
    let day = time.map { " on \(NewspaperStyle.day($0.date))" } ?? ""
    let verb = now == nil ? "took this out" : "changed this"
    let label = CitedText(
      computed: "\(outlet) \(verb)\(day)", citations: (now ?? past).citations)
    return .init(label: label, texts: NonEmpty(past, now.map { [$0] } ?? []))
  }

  /// The sentence of the new version that is most like the old one and was not there before.
  private func replacement(
    for content: Set<String>, of old: FiledArticle, in new: FiledArticle
  ) -> ByteRange? {
    let before = Set(old.analysis.sentences.map { old.text[$0] })
    var best: (range: ByteRange, overlap: Double)?
    for range in new.analysis.sentences where !before.contains(new.text[range]) {
      let words = WordScanner.words(of: new.text, in: range)
      let overlap = Overlap.jaccard(words.contentWords, content)
      if overlap >= Self.sameSentence, overlap > best?.overlap ?? 0 { best = (range, overlap) }
    }
    return best?.range
  }

  private func text(_ label: String, _ range: ByteRange, of filed: FiledArticle) -> CitedText? {
    let range = filed.text.trimmed(range)
    guard let citation = Citation(range, of: filed) else { return nil }
    return CitedText(
      NonEmpty(.computed(label), [.source(citation.exact)]), citations: NonEmpty(citation))
  }
}
