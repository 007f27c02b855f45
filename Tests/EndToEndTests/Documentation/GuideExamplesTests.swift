import Foundation
import Testing

/// The examples of the guide are run, so that the guide says what the program does.
///
/// When the program has changed for the better, `RECORD_EXAMPLES=1` writes its new output into the
/// guide; recording fails the test, so that nobody records without looking.
@Suite struct GuideExamplesTests {
  @Test(arguments: ["getting-started.md", "commands.md", "questions-and-answers.md"])
  func `what the guide shows is what the command writes`(name: String) throws {
    let page = GuidePage(text: try String(contentsOfFile: Self.path(name), encoding: .utf8))
    let recorded = try TemporaryFolder.with { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("samples"), withDestinationPath: Self.path("../../samples"))
      return try page.replacingOutputs { command in
        let script = "cd \"$0\" && PATH=\"$1:$PATH\" && export PATH && ( \(command)\n) 2>&1"
        let programs = URL(fileURLWithPath: Command.executable).deletingLastPathComponent().path
        return try Shell(script, folder.root, programs).run().output
      }
    }
    for (shown, actual) in zip(page.examples, recorded.examples) {
      #expect(shown.output == actual.output, "\(name): \(shown.command)")
    }
    if ProcessInfo.processInfo.environment["RECORD_EXAMPLES"] != nil, recorded.text != page.text {
      try recorded.text.write(toFile: Self.path(name), atomically: true, encoding: .utf8)
      Issue.record("\(name) was written anew; read what has changed")
    }
  }

  private static func path(_ name: String) -> String {
    let file = URL(fileURLWithPath: #filePath)
    let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
    return root.appendingPathComponent("docs/guide").appendingPathComponent(name).path
  }
}
