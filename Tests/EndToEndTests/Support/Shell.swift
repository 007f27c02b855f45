/// The command run by a shell, for what only a shell can set: limits on the process.
struct Shell {
  let script: String
  let arguments: [String]

  init(_ script: String, _ arguments: String...) {
    self.script = script
    self.arguments = arguments
  }

  func run() throws -> Command.Outcome {
    try Command(["-c", script] + arguments, program: "/bin/sh").run()
  }
}
