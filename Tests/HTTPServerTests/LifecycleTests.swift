import HTTPServer
import Primitives
import Testing

struct LifecycleTests {
  private func server(_ settings: ServerSettings) throws -> Server {
    try Server(settings: settings) { _ in .text("here") }
  }

  @Test func `a port in use is named, with what to do`() throws {
    let first = try server(ServerSettings(port: 0))
    defer { first.stop() }
    let error = #expect(throws: ServerError.self) {
      try server(ServerSettings(port: first.port))
    }
    #expect(error == .portInUse(port: first.port, address: "127.0.0.1"))
    let text = "\(try #require(error))"
    #expect(text.contains("port \(first.port)") && text.contains("--port"))
    #expect(try LoopbackClient(port: first.port).get("/").status == 200)
  }

  @Test func `a stopped server frees its port at once`() throws {
    let first = try server(ServerSettings(port: 0))
    _ = try LoopbackClient(port: first.port).get("/")
    first.stop()
    first.stop()
    #expect(throws: ClientError.self) { try LoopbackClient(port: first.port).get("/") }
    let second = try server(ServerSettings(port: first.port))
    defer { second.stop() }
    #expect(try LoopbackClient(port: second.port).get("/").status == 200)
  }

  @Test(arguments: ["", "news.example", "127.0.0.1.5", "::g"])
  func `an address that is none is named`(address: String) {
    #expect(throws: ServerError.malformedAddress(address)) {
      try server(ServerSettings(address: address, port: 0))
    }
  }

  @Test func `an address of another machine is named`() {
    #expect(throws: ServerError.unknownAddress("192.0.2.1")) {
      try server(ServerSettings(address: "192.0.2.1", port: 0))
    }
  }

  @Test func `without a word it listens for this machine only`() {
    #expect(ServerSettings().address == "127.0.0.1")
  }
}
