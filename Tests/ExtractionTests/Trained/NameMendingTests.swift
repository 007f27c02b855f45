import NewsModel
import Primitives
import Testing

/// Names as pages write them: captions, labels in capitals, numbers behind, furniture in front.
@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct NameMendingTests {
  private func names(_ text: String) throws -> [String] {
    try TrainedExtractor(text).analysis.entities.map(\.name)
  }

  @Test func `a number that tells a thing from its like belongs to its name`() throws {
    let names = try names(
      "The crew of Salyut 7 came home. The Cosmos 2 followed it. In Oslo 20 people watched.")
    #expect(names.contains("Salyut 7"))
    #expect(names.contains("Oslo"))
  }

  @Test func `a result and a day are no part of a name`() throws {
    let names = try names(
      "Results of Sunday: Chicago Bears 24, Detroit Lions 10. The photo was taken by Reuters 12 May 2017."
    )
    #expect(names.contains("Chicago Bears"))
    #expect(!names.contains { $0.contains("24") || $0.contains("12") })
  }

  @Test func `a common word at the head of a caption is no name`() throws {
    let names = try names(
      "Photos of the storm in Oslo\nDebris is scattered on the ground in Bergen.\nInvestigators are on "
        + "their way, said Anna Quill.")
    #expect(!names.contains("Debris"))
    #expect(!names.contains("Investigators"))
    #expect(names.contains("Anna Quill"))
  }

  @Test func `labels in capitals are no names, names in capitals are`() throws {
    let names = try names(
      "NORWAY IN FOCUS\nNorway sent help.\nCHECK YOUR PLANS NOW Telenor said it would pay. Anna Quill of "
        + "Telenor agreed.")
    #expect(names.filter { $0 == "Norway" }.count == 1)
    #expect(!names.contains { $0.contains("FOCUS") || $0.contains("CHECK") || $0.contains("NOW") })
    #expect(names.contains("Telenor"))
  }

  @Test func `what a person does in front of a name is no part of it`() throws {
    let names = try names(
      "Model Anna Quill left Oslo on Monday.\nUN Spokesman Erik Holm told reporters. Holm smiled.")
    #expect(names.contains("Anna Quill"))
    #expect(names.contains("Erik Holm"))
  }

  @Test func `a verb at the head of a sentence is no forename`() throws {
    let names = try names(
      "Harambe was a gorilla in Oslo. Tranquilizing Harambe would have taken too long. Harambe died."
    )
    #expect(names.contains("Harambe"))
    #expect(!names.contains { $0.hasPrefix("Tranquilizing") })
  }

  @Test func `an address is an outlet, a cathedral a place`() throws {
    let read = try TrainedExtractor(
      "The fire was out by noon, Fjordnews.com reported. It had started near Bergen Cathedral.")
    #expect(read.kind("Fjordnews.com") == .organisation)
    #expect(read.kind("Bergen Cathedral") == .place)
  }

  @Test func `a team by its last word is the team`() throws {
    let read = try TrainedExtractor(
      "The Chicago Bears lost to the Detroit Lions on Sunday. The Bears had led, but the Lions scored late."
    )
    #expect(read.kind("Chicago Bears") == .organisation)
    #expect(read.analysis.entities.first { $0.name == "Detroit Lions" }?.mentions.count == 2)
  }

  @Test func `a family name in front is not a stranger's surname`() throws {
    let read = try TrainedExtractor(
      "Kim Jong Un visited a plant. Kim told workers to go on. The visit was short. Reporting by Jack Kim."
    )
    #expect(read.analysis.entities.first { $0.name == "Kim Jong Un" }?.mentions.count == 2)
    #expect(read.analysis.entities.first { $0.name == "Jack Kim" }?.mentions.count == 1)
  }

  @Test func `who is named in the credit at the end is not who was spoken of`() throws {
    let middle = (1...12).map { "Workers built hall number \($0) of the plant near Oslo." }
    let read = try TrainedExtractor(
      "Holm opened the plant on Monday. \(middle.joined(separator: " ")) Editing by Anna Holm.")
    #expect(read.analysis.entities.first { $0.name == "Anna Holm" }?.mentions.count == 1)
  }

  @Test func `a given name is nobody who is named later`() throws {
    let read = try TrainedExtractor(
      "A family of five died in the crash near Oslo. The plane had left Bergen at noon. They were on "
        + "holiday. Bruno and Ilka Holm had sons, Matthew, William and Zachary. The pilot was William Cousins."
    )
    #expect(read.analysis.entities.first { $0.name == "William Cousins" }?.mentions.count == 1)
  }

  @Test func `a city is not the country of its name, nor a state the one before it`() throws {
    let read = try TrainedExtractor(
      "The plane left the city of Liberia at noon. It had been built in the Soviet Union in 1961.")
    #expect(read.analysis.entities.allSatisfy { $0.country != "LR" && $0.country != "RU" })
  }

  @Test(arguments: ["New Year's Eve", "New Year’s Eve"])
  func `a holiday has its date under either apostrophe`(name: String) throws {
    let read = try TrainedExtractor("The barge burned on \(name) in Oslo.", published: "2018-01-02")
    #expect(read.analysis.times.first?.value == "2017-12-31")
    #expect(read.analysis.entities.map(\.name) == ["Oslo"])
  }

  @Test func `the end of an office and the verb of a headline are no part of a person's name`()
    throws
  {
    let names = try names(
      "Anna Quill Tells Norway To Wait.\n\nAnna Quill told Norway to wait, said FBI General Counsel James A. Holm. "
        + "Rival Hillary Marlow agreed with Anna Quill and with Chief of Staff Jeremy Brandt.")
    #expect(names.contains("Anna Quill"))
    #expect(names.contains("James A. Holm"))
    #expect(names.contains("Hillary Marlow"))
    #expect(names.contains("Jeremy Brandt"))
  }

  @Test func `two who run together are not one person`() throws {
    let names = try names(
      "Hillary Clinton met Elizabeth Warren on Friday. People talked of a Clinton-Warren ticket, and Warren smiled."
    )
    #expect(!names.contains { $0.contains("-") })
    #expect(names.contains("Elizabeth Warren"))
  }
}
