import NewsModel
import Primitives
import Testing

@testable import Composition

struct SentenceTwinsTests {
  /// Articles that say the same in more or fewer of the same words, with other figures, and twice in one article.
  private func material() throws -> Material {
    var builder = EvidenceBuilder()
    let things = ["lock", "bridge", "harbour", "ferry", "tunnel", "lighthouse", "market", "canal"]
    for number in 0..<24 {
      let thing = things[number % 3]
      let other = things[number % 8]
      builder.drafts.append(
        EvidenceBuilder.Draft(
          "a\(number)", outlet: "Outlet \(number)", published: "2023-06-\(10 + number % 9)",
          "Ada Quill opened the old \(thing) of Portmere after \(number % 4 + 2) years of work.",
          "The repair of the \(other) near Portmere cost the council \(number % 2 + 3) million crowns.",
          "Ada Quill opened the old \(thing) of Portmere after \(number % 4 + 2) years of hard work."
        )
      )
    }
    return Material(try builder.build())
  }

  @Test func `those found are those that comparing all with all finds`() throws {
    let material = try material()
    #expect(material.sentences.count > 48)
    var found = 0
    for sentence in material.sentences {
      let words = Set(sentence.words.contentWords)
      var articles: Set<Int> = [sentence.article]
      var expected: [Int] = []
      for other in material.sentences where !articles.contains(other.article) {
        let theirs = Set(other.words.contentWords)
        let figures = [words, theirs].map { $0.filter { $0.utf8.contains { $0.isASCIIDigit } } }
        guard Overlap.jaccard(words, theirs) >= Overlap.same, figures[0] == figures[1] else {
          continue
        }
        articles.insert(other.article)
        expected.append(other.place)
      }
      #expect(material.twins.firstOfEach(sentence.place, material.sentences) == expected)
      #expect(material.support(sentence) == expected.count + 1)
      found += expected.count
    }
    #expect(found > 0)
  }

  @Test func `numbers of words compare as the words do`() throws {
    let material = try material()
    for a in material.sentences.prefix(12) {
      for b in material.sentences {
        let (left, right) = (a.words.contentWords, b.words.contentWords)
        #expect(a.content.shared(with: b.content) == left.intersection(right).count)
        #expect(Overlap.jaccard(a.content, b.content) == Overlap.jaccard(left, right))
      }
    }
  }

  @Test func `a sentence is found by what it holds in its own article only`() throws {
    let material = try material()
    for sentence in material.sentences {
      let found = material.sentence(in: sentence.article, holding: sentence.body)
      #expect(found?.place == sentence.place)
    }
  }

  @Test func `the most central come first, in every choice of them`() throws {
    let material = try material()
    let scores = material.ranked().map { material.salience.score($0) }
    #expect(scores == scores.sorted(by: >))
    let second = material.ranked { $0.position == 1 }
    #expect(second.count == material.sentences.count { $0.position == 1 })
  }
}
