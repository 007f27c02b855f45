import Primitives
import Testing

@testable import Knowledge

struct QuantityReaderTests {
  private func read(_ sentence: String) -> [String] {
    let text = UTF8Text(sentence)
    let words = ClaimWord.words(of: text, in: text.fullRange)
    return QuantityReader(words).all().map(\.quantity.normalised)
  }

  @Test(arguments: [
    ("The ferry carried 1,200 people.", ["1200"]),
    ("It cost 2.5 million pounds.", ["2500000"]),
    ("Twenty-one boats left.", ["21"]),
    ("Two dozen boats left.", ["24"]),
    ("Half a million people came.", ["500000"]),
    (
      "At least 12 people came, about 40 stayed away and up to 300 wrote.",
      [">=12", "~40", "<=300"]
    ),
    ("More than a hundred people came.", [">=100"]),
    ("In 2019 it opened on 4 March at number 12.", []),
    ("The Boeing 737 landed.", []),
    ("A boat left.", []),
  ]) func `numbers are read with what bounds them`(sentence: String, expected: [String]) {
    #expect(read(sentence) == expected)
  }

  @Test func `a rounder number and a bound allow what they cover`() {
    func quantity(_ value: Double, _ bound: Quantity.Bound = .exact, step: Double = 1) -> Quantity {
      Quantity(value: value, bound: bound, step: step)
    }
    #expect(quantity(2_500_000, step: 100_000).isCompatible(with: quantity(2_460_000)))
    #expect(!quantity(2_500_000, step: 100_000).isCompatible(with: quantity(2_300_000)))
    #expect(quantity(12, .atLeast).isCompatible(with: quantity(15)))
    #expect(!quantity(12, .atLeast).isCompatible(with: quantity(11)))
    #expect(!quantity(12, .atLeast).isCompatible(with: quantity(400)))
    #expect(quantity(100, .about).isCompatible(with: quantity(95)))
    #expect(!quantity(25).isCompatible(with: quantity(27)))
  }
}
