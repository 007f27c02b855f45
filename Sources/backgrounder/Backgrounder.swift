import CAllocator
import Glibc
import Primitives

/// The command: finds the verb, runs it and turns errors into one clear line and an exit status.
@main
enum Backgrounder {
  /// The version of the program.
  static let version = "0.1.0"

  /// All verbs, in the order in which the help lists them.
  static let verbs: [any Verb.Type] = [
    ReadVerb.self, AnalyseVerb.self, IngestVerb.self, FeedsVerb.self, TopicsVerb.self,
    StoriesVerb.self, EntitiesVerb.self, EntityVerb.self, StatementsVerb.self, EventsVerb.self,
    TimelineVerb.self,
    ClaimsVerb.self, PositionsVerb.self, ProgrammesVerb.self, ChangesVerb.self,
    CopiesVerb.self, SearchVerb.self, AskVerb.self, DossierVerb.self, CompileVerb.self,
    ServeVerb.self, ToolsVerb.self, ExportVerb.self, DecideVerb.self, DecisionsVerb.self,
    VerifyVerb.self,
    BackupVerb.self, ModelVerb.self,
    DoctorVerb.self, CompletionsVerb.self, ManualVerb.self,
  ]

  static func main() {
    // A reader that goes away ends the output; it is not a crash.
    _ = signal(SIGPIPE, SIG_IGN)
    keepBuffers()
    let status = run(Array(CommandLine.arguments.dropFirst()))
    Console.flush()
    exit(status.rawValue)
  }

  /// Keeps what is freed for the next article, up to 64 MB, instead of giving it back to the system, which clears every page anew: the
  /// networks take and free the same buffers of some hundred kilobytes again and again. Must run before there are threads.
  private static func keepBuffers() {
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
  }

  static func run(_ words: [String]) -> ExitStatus {
    guard let word = words.first else {
      Console.error(help)
      return .usage
    }
    switch word {
    case "--help", "-h", "help":
      Console.write(help)
      return .done
    case "--version":
      Console.write("backgrounder \(version)")
      return .done
    default:
      guard let verb = verbs.first(where: { $0.name == word }) else {
        Console.error("backgrounder: \"\(word)\" is not a command; see backgrounder --help")
        return .usage
      }
      return run(verb, Array(words.dropFirst()))
    }
  }

  private static func run(_ verb: any Verb.Type, _ words: [String]) -> ExitStatus {
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      Console.write(verb.help)
      return .done
    }
    do {
      return try verb.run(Arguments(words, options: verb.options))
    } catch let error as UsageError {
      Console.error("backgrounder \(verb.name): \(error)")
      return .usage
    } catch is Console.Closed {
      return .done
    } catch {
      Console.error("backgrounder \(verb.name): \(error)")
      return .failed
    }
  }

  private static var help: String {
    var lines = [
      "Backgrounder turns a newsroom's articles into sourced dossiers.", "",
      "usage: backgrounder COMMAND ...", "", "commands:",
    ]
    for verb in verbs {
      let gap = String(repeating: " ", count: max(1, 14 - verb.name.utf8.count))
      lines.append("  \(verb.name)\(gap)\(verb.summary)")
    }
    lines += ["", "backgrounder COMMAND --help shows the options of a command, with examples."]
    return lines.joined(separator: "\n")
  }
}
