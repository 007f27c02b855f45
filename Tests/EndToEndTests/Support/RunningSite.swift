import Foundation
import Testing

/// A `serve` that runs for one test.
struct RunningSite {
  let port: UInt16

  /// Serves `library` at a free port while `body` runs.
  static func with<Value>(
    library: String, options: [String] = [], _ body: (RunningSite) throws -> Value
  ) throws -> Value {
    let process = Command.process(["serve", "--library", library, "--port", "0"] + options)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    var address = ""
    while !address.contains("\n") {
      let bytes = output.fileHandleForReading.availableData
      try #require(!bytes.isEmpty, "serve ended before it named its address")
      address += String(decoding: bytes, as: UTF8.self)
    }
    let digits = address.split(separator: ":").last?.prefix { $0.isNumber }
    let port = try #require(digits.flatMap { UInt16($0) }, "no port in \(address)")
    return try body(RunningSite(port: port))
  }

  func get(_ target: String) throws -> WebAnswer {
    try WebRequest(method: "GET", target: target).send(to: port)
  }

  func head(_ target: String) throws -> WebAnswer {
    try WebRequest(method: "HEAD", target: target).send(to: port)
  }
}
