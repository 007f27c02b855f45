/// A page of the guide: Markdown whose `console` blocks show commands with their output.
struct GuidePage {
  /// A command line after `$ `, and the lines that follow it.
  struct Example {
    let command: String
    let output: String
  }

  let text: String

  /// The examples, in order.
  var examples: [Example] {
    var found: [Example] = []
    var command: String?
    var output = ""
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isFence = line.hasPrefix("```")
      guard isFence || (isInside && line.hasPrefix("$ ")) else {
        if isInside { output += line + "\n" }
        continue
      }
      if let command { found.append(Example(command: command, output: output)) }
      command = isFence ? nil : String(line.dropFirst(2))
      output = ""
      if isFence { isInside = line == "```console" }
    }
    return found
  }

  /// The page with the output of each example as `run` gives it.
  func replacingOutputs(_ run: (String) throws -> String) rethrows -> GuidePage {
    var lines: [Substring] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        lines.append(line)
        lines += Self.lines(of: try run(String(line.dropFirst(2))))
        continue
      } else if isInside {
        continue
      }
      lines.append(line)
    }
    return GuidePage(text: lines.joined(separator: "\n"))
  }

  private static func lines(of output: String) -> [Substring] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
