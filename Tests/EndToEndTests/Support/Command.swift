import Foundation
import Testing

/// The built command, run the way a person runs it.
struct Command {
  /// How a run ended and what it wrote.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  private let program: String
  private let arguments: [String]

  init(_ arguments: String...) {
    self.init(arguments)
  }

  init(_ arguments: [String], program: String = Command.executable) {
    self.program = program
    self.arguments = arguments
  }

  /// Runs to the end; both outputs go through files, so that no pipe can fill up.
  func run(input: [UInt8] = []) throws -> Outcome {
    try TemporaryFolder.with { folder in
      let process = Self.process(arguments, program: program)
      try folder.write("in", input)
      try folder.write("out", [])
      try folder.write("err", [])
      process.standardInput = FileHandle(forReadingAtPath: folder.path("in"))
      process.standardOutput = FileHandle(forWritingAtPath: folder.path("out"))
      process.standardError = FileHandle(forWritingAtPath: folder.path("err"))
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: try folder.text("out"),
        errors: try folder.text("err"))
    }
  }

  /// Runs to the end and requires success.
  func succeed(input: [UInt8] = []) throws -> Outcome {
    let outcome = try run(input: input)
    try #require(
      outcome.status == 0, "\(arguments) ended with \(outcome.status): \(outcome.errors)")
    return outcome
  }

  /// A process that is ready to run.
  static func process(_ arguments: [String], program: String = executable) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// What `BACKGROUNDER_PROGRAM` names, such as the release build that people use; else the command beside the test
  /// bundle, a product of the same build.
  static let executable: String = {
    if let named = ProcessInfo.processInfo.environment["BACKGROUNDER_PROGRAM"], !named.isEmpty {
      return URL(fileURLWithPath: named).path
    }
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("backgrounder").path
  }()
}
