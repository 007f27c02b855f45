import NewsModel
import Primitives

/// Who is for or against whom or what, with the sentences that show it.
struct StanceIndex {
  /// One stance with its sentence.
  struct Held {
    let holder: EntityID
    let target: EntityID
    let polarity: Polarity
    let sentence: Material.Sentence
  }

  /// One stance with its citation, whether or not its sentence can stand alone.
  struct Cited {
    let holder: EntityID
    let target: EntityID
    let polarity: Polarity
    let citation: Citation
  }

  /// All stances whose sentence can stand alone, newest article first.
  let all: [Held]
  /// All stances, newest article first.
  let cited: [Cited]

  init(_ material: Material) {
    var all: [Held] = []
    var cited: [Cited] = []
    for (index, filed) in material.originals.enumerated().reversed() {
      for stance in filed.analysis.stances {
        let range = filed.analysis.sentence(at: stance.evidence.start) ?? stance.evidence
        guard Self.isMeant(stance.target, in: range, filed),
          Self.isMeant(stance.holder, in: range, filed), !Self.isOfThePast(range, filed)
        else { continue }
        if let citation = Citation(filed.text.trimmed(range), of: filed) {
          cited.append(
            Cited(
              holder: filed.entity(stance.holder), target: filed.entity(stance.target),
              polarity: stance.polarity, citation: citation))
        }
        guard let sentence = material.sentence(in: index, holding: stance.evidence) else {
          continue
        }
        all.append(
          Held(
            holder: filed.entity(stance.holder), target: filed.entity(stance.target),
            polarity: stance.polarity, sentence: sentence))
      }
    }
    self.all = all
    self.cited = cited
  }

  /// Whether the target itself is meant, not something of it: who welcomes "Quill's offer" is not for Quill.
  private static func isMeant(
    _ target: EntityIndex, in sentence: ByteRange, _ filed: FiledArticle
  ) -> Bool {
    guard let entity = filed.analysis.entities.first(where: { $0.id == target }) else {
      return false
    }
    let mentions = entity.mentions.filter { sentence.contains($0) }
    return mentions.isEmpty
      || mentions.contains { mention in
        let tail = ByteRange(mention.end, min(sentence.end, mention.end + longestWord))
        let next = WordScanner.words(of: filed.text, in: tail).first
        return !["'s", "\u{2019}s"].contains {
          filed.text.bytes[tail.indices].starts(with: $0.utf8)
        }
          && !(next.map {
            $0.range.start == mention.end + 1 && EnglishWords.members.contains($0.lower)
          } ?? false)
      }
  }

  private static let longestWord = 24

  /// Whether the sentence tells of a year long before that of its article: who backed somebody in 2012 may do so no more.
  private static func isOfThePast(_ sentence: ByteRange, _ filed: FiledArticle) -> Bool {
    guard let year = filed.version.article.published?.date.year else { return false }
    let words = WordScanner.words(of: filed.text, in: sentence)
    return zip(words, words.dropFirst()).contains { word, next in
      word.lower == "in" && next.lower.utf8.count == 4
        && (Int(next.lower).map { (1900..<year - 1).contains($0) } ?? false)
    }
  }

  /// The stances by target, those with most holders first, then by name.
  var byTarget: [(target: EntityID, held: [Held])] {
    Dictionary(grouping: all, by: \.target)
      .map { (target: $0.key, held: $0.value, holders: Set($0.value.map(\.holder)).count) }
      .sorted { a, b in
        if a.holders != b.holders { return a.holders > b.holders }
        return a.target < b.target
      }
      .map { ($0.target, $0.held) }
  }
}
