import NewsModel
import Primitives
import Testing

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct EntityTests {
  @Test func `a surname alone is the person named in full, whatever it looks like`() throws {
    let read = try TrainedExtractor(
      "Mayor Anna Quill opened the bridge. Quill said it was safe. Rain fell on Quill all day.")
    #expect(read.kind("Anna Quill") == .person)
    #expect(read.analysis.entities.first { $0.name == "Anna Quill" }?.mentions.count == 3)
  }

  @Test
  func `a surname that is an adjective of nations is the person's where only a name can stand`()
    throws
  {
    let read = try TrainedExtractor(
      "Mark Cuban spoke in Oslo. The rents would have to fall, Cuban said. Cuban cigars are legal.")
    #expect(read.analysis.entities.first { $0.name == "Mark Cuban" }?.mentions.count == 2)
  }

  @Test func `the mark of a generation is no surname`() throws {
    let read = try TrainedExtractor(
      "Robert Marsh Jr. spoke in Oslo. The day of Anna Quill, Jr. fell on a Monday. Later Marsh left "
        + "early, and Quill stayed.")
    let marsh = read.analysis.entities.first { $0.name.hasPrefix("Robert Marsh") }
    #expect(marsh?.mentions.count == 2)
    #expect(marsh?.aliases.contains { $0.contains("Quill") } == false)
    #expect(
      read.analysis.entities.first { $0.name.hasPrefix("Anna Quill") }?.mentions.count ?? 0 > 1)
  }

  @Test func `a team is an organisation and its city a place`() throws {
    let read = try TrainedExtractor(
      "The Chicago Cubs lost in Boston on Monday. Fans of the Chicago Cubs went home early.")
    #expect(read.kind("Chicago Cubs") == .organisation)
    #expect(read.kind("Boston") == .place)
  }

  @Test func `a plan and an agreement are programmes, a treaty organisation is none`() throws {
    let read = try TrainedExtractor(
      "The Northern Link Partnership Agreement was signed by members of the North Atlantic Treaty "
        + "Organisation in Oslo.")
    #expect(read.kind("Northern Link Partnership Agreement") == .programme)
    #expect(read.kind("North Atlantic Treaty Organisation") == .organisation)
  }

  @Test func `members of a group and its adjective are one`() throws {
    let read = try TrainedExtractor(
      "Senior Democrats met in May. Many Democratic voters stayed at home, and one Democrat left.")
    #expect(
      read.analysis.entities.filter { $0.name.hasPrefix("Democrat") && $0.kind == .group }.count
        <= 2)
    #expect(
      read.analysis.entities.first { $0.name == "Democrats" }?.mentions.count == 2)
  }

  @Test func `a company with and without its legal form is one`() throws {
    let read = try TrainedExtractor(
      "Norland Inc. raised its bid on Monday. Norland said the offer was fair. Oslo-based Norland is large."
    )
    let named = read.analysis.entities.filter { $0.name.contains("Norland") }
    #expect(named.map(\.name) == ["Norland"])
    #expect(named.first?.mentions.count == 3)
  }

  @Test func `a particle belongs to the name, and a given name to its bearer`() throws {
    let read = try TrainedExtractor(
      "Health Minister Hatem el-Gabali spoke in Cairo. Veronica Moss left. Veronica said the harbour was closed."
    )
    #expect(read.kind("Hatem el-Gabali") == .person)
    #expect(read.kind("Veronica") == nil)
  }

  @Test func `a title shows a person wherever the surname stands`() throws {
    let read = try TrainedExtractor(
      "Moss criticised the plan. The crowd cheered when President Moss left the hall.")
    #expect(read.kind("Moss") == .person)
  }
}
