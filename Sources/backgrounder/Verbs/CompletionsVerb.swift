/// `completions`: what a shell needs to complete the command.
enum CompletionsVerb: Verb {
  static let name = "completions"
  static let summary = "Write a completion script for bash, zsh or fish."
  static let operands = "bash|zsh|fish"
  static let options: [Option] = []
  static let examples = [
    (line: "source <(backgrounder completions bash)", does: "complete in this shell")
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    switch arguments.operands {
    case ["bash"]: Console.write(bash)
    case ["zsh"]: Console.write("autoload -U bashcompinit\nbashcompinit\n" + bash)
    case ["fish"]: Console.write(fish)
    default: throw UsageError("name one shell: bash, zsh or fish")
    }
    return .done
  }

  private static var bash: String {
    let cases = Backgrounder.verbs.map { verb in
      let words = (verb.options + [.help]).map(\.name).joined(separator: " ")
      return "    \(verb.name)) words=\"\(words)\" ;;"
    }
    let names = Backgrounder.verbs.map { $0.name }.joined(separator: " ")
    return """
      _backgrounder() {
        local words current="${COMP_WORDS[COMP_CWORD]}"
        case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then words="\(names)"; fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        case "$current" in -*) ;; *) [ "$COMP_CWORD" -gt 1 ] && COMPREPLY+=($(compgen -f -- "$current")) ;; esac
      }
      complete -o filenames -F _backgrounder backgrounder
      """
  }

  private static var fish: String {
    var lines: [String] = []
    for verb in Backgrounder.verbs {
      lines.append(
        "complete -c backgrounder -n __fish_use_subcommand -a \(verb.name) -d '\(verb.summary)'")
      for option in verb.options {
        let taking = option.value == nil ? "" : " -r"
        lines.append(
          "complete -c backgrounder -n '__fish_seen_subcommand_from \(verb.name)' "
            + "-l \(option.name.dropFirst(2))\(taking) -d \"\(option.help)\"")
      }
    }
    return lines.joined(separator: "\n")
  }
}
