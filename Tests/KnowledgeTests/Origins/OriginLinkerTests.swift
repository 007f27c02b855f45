import NewsModel
import Testing

@testable import Knowledge

struct OriginLinkerTests {
  static let wire = """
    A ferry with forty people on board ran aground off Cape Mallow early on Friday, the coast guard
    said. Nobody was hurt. The ship, the Grey Heron, had left Port Anselm shortly before midnight and
    struck a sandbank in thick fog about two miles from the harbour entrance.
    Two lifeboats took the passengers to a school in the village of Tarn, where they were given blankets
    and hot soup. "We heard a long scraping noise and then everything stood still," said Ida Brandt, a
    teacher who was travelling with her class.
    The shipping authority said it would look into why the captain had not waited for a pilot. A tug is
    expected to pull the ferry free at high water on Saturday. The route is closed until further notice.
    """
  static let sameEvent = """
    Forty passengers spent the night in a village school after the ferry Grey Heron hit a sandbank near
    Cape Mallow. The coast guard sent lifeboats shortly after one in the morning. Fog was so thick that
    the crew could not see the bow, according to a deckhand.
    Officials want to know whether rules on pilots were kept. Ida Brandt, a teacher on board, praised the
    calm of the crew. Engineers will try to float the vessel off the bank with the help of a tug.
    """
  static let otherEvent = """
    Bakers in the capital have raised the price of bread by a tenth since the spring, a survey by the
    consumer council has found. Flour has become dearer, and so has gas for the ovens. Small bakeries in
    the outer districts asked for less than the large chains, the council said, and every third shop now
    sells bread of the day before at half the price.
    """

  private func groups(_ texts: [String], outlets: [String]? = nil) throws -> [[Int]] {
    let articles = texts.enumerated().map { index, text in
      Sample.article("a\(index)", "Headline \(index)", text, outlet: outlets?[index] ?? "O\(index)")
    }
    return try Sample.copies(articles)
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }

  @Test func `a copy under another byline shares the origin`() throws {
    #expect(try groups([Self.wire, "By Lea Moor, Coast Star\n\n" + Self.wire]) == [[0, 1]])
  }

  @Test(arguments: [0.45, 0.6, 0.8])
  func `a copy that lost its tail shares the origin`(share: Double) throws {
    let all = words(Self.wire)
    let cut = all.prefix(Int(Double(all.count) * share)).joined(separator: " ")
    #expect(try groups([Self.wire, cut]) == [[0, 1]])
  }

  @Test func `a copy that lost its head shares the origin`() throws {
    #expect(
      try groups([Self.wire, words(Self.wire).dropFirst(40).joined(separator: " ")]) == [[0, 1]])
  }

  @Test func `a copy edited in every second sentence shares the origin`() throws {
    let edited = Self.wire.split(separator: " ").enumerated().map { index, word in
      index % 13 == 7 ? "so" : String(word)
    }
    #expect(try groups([Self.wire, edited.joined(separator: " ")]) == [[0, 1]])
  }

  @Test func `a text merged from two goes with the one that gave it more`() throws {
    let merged =
      "The mayor of Tarn thanked the helpers on Friday.\n" + words(Self.wire).joined(separator: " ")
      + " " + words(Self.otherEvent).prefix(25).joined(separator: " ")
    #expect(try groups([Self.otherEvent, merged, Self.wire]) == [[0], [1, 2]])
  }

  @Test func `two articles on one event by two reporters stay apart`() throws {
    #expect(try groups([Self.wire, Self.sameEvent]) == [[0], [1]])
  }

  @Test func `what an outlet prints under all its articles makes no copies`() throws {
    let footer = """
      Sign up for the morning letter of the Harbour Times and read the best of our reporting before
      breakfast. Subscribers read every article without limit and can give ten of them away each month.
      """
    let notes = ["rain", "wind", "frost", "snow", "hail", "heat"].map { word in
      "There will be \(word) in the north and some \(word) in the south of the islands.\n" + footer
    }
    let outlets = [String](repeating: "Harbour Times", count: notes.count)
    #expect(try groups(notes, outlets: outlets).count == notes.count)
  }

  @Test func `one wire text in many outlets stays one origin`() throws {
    #expect(try groups([String](repeating: Self.wire, count: 80)).count == 1)
  }

  @Test func `texts too short to tell are copies only when they are the same`() throws {
    let short = "The ferry to Tarn will not sail today because of fog."
    #expect(try groups([short, short]) == [[0, 1]])
    #expect(try groups([short, "The ferry to Tarn will not sail on Sunday."]) == [[0], [1]])
    #expect(try groups(["", ""]) == [[0], [1]])
  }
}
