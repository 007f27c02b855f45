import TestSupport
import Testing

@testable import Linguistics

@Suite struct ModelLocationTests {
  @Test func `the places come in their order`() {
    let places = ModelLocation.places(
      environment: ["BACKGROUNDER_MODEL": "/m", "XDG_DATA_HOME": "/data", "HOME": "/home/ada"],
      executable: "/opt/bin/backgrounder")
    #expect(
      places == [
        "/m", "/data/backgrounder/\(ModelLocation.fileName)",
        "/opt/bin/\(ModelLocation.fileName)",
      ])
  }

  @Test func `without a data folder the home is used`() {
    let places = ModelLocation.places(environment: ["HOME": "/home/ada"], executable: nil)
    #expect(places == ["/home/ada/.local/share/backgrounder/\(ModelLocation.fileName)"])
  }

  @Test func `the first place with a file is taken`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: ModelLocation.fileName)
    let found = try ModelLocation.find(
      environment: ["HOME": "/nowhere"], executable: folder.file("backgrounder"))
    #expect(found == path)
  }

  @Test func `a named model is taken even when it is not there`() throws {
    let environment = ["BACKGROUNDER_MODEL": "/nowhere/x"]
    #expect(try ModelLocation.find(environment: environment, executable: nil) == "/nowhere/x")
  }

  @Test func `without a model all places are named`() {
    let place = "/nowhere/.local/share/backgrounder/\(ModelLocation.fileName)"
    #expect(throws: ModelError.notFound(places: [place])) {
      try ModelLocation.find(environment: ["HOME": "/nowhere"], executable: nil)
    }
  }
}
