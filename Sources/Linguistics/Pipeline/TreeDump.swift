/// Draws the sentences of a text as trees, for people who debug rules and for tests.
///
/// ```
/// said VBD ROOT say
/// ├─ Larsen NNP nsubj Larsen [PERSON]
/// │  └─ Ms. NNP compound Ms.
/// └─ . . punct .
/// ```
/// Each line has the word, its tag, the label of its arc, its lemma and, at the last token of a
/// name, the kind of the name. Children come in the order of the text.
public struct TreeDump {
  private let text: AnnotatedText
  // The kinds of names by their last tokens.
  private let kinds: [Int: String]

  /// Draws trees of a text; one without syntax gives its words only.
  public init(_ text: AnnotatedText) {
    self.text = text
    kinds = Dictionary(text.names.map { ($0.tokens.upperBound - 1, $0.label) }) { first, _ in first
    }
  }

  /// All sentences, with an empty line between them.
  public var description: String {
    text.sentences.indices.map { sentence($0) }.joined(separator: "\n\n")
  }

  /// One sentence by its number.
  public func sentence(_ number: Int) -> String {
    let range = text.sentences[number]
    guard let syntax = text.syntax else {
      return range.map { visible(text.word($0)) }.joined(separator: "\n")
    }
    var children = [[Int]](repeating: [], count: range.count)
    var roots: [Int] = []
    for token in range {
      let head = syntax.heads[token]
      if head == token || !range.contains(head) {
        roots.append(token)
      } else {
        children[head - range.lowerBound].append(token)
      }
    }
    var lines: [String] = []
    // Depth first without recursion, as a hostile text may hang one word below the other.
    var pending = roots.reversed().map { (token: $0, lead: "", branch: "", below: "") }
    while let next = pending.popLast() {
      lines.append(next.lead + next.branch + line(next.token, syntax))
      let lead = next.lead + next.below
      for (place, child) in children[next.token - range.lowerBound].enumerated().reversed() {
        let isLast = place == children[next.token - range.lowerBound].count - 1
        pending.append((child, lead, isLast ? "└─ " : "├─ ", isLast ? "   " : "│  "))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ token: Int, _ syntax: Syntax) -> String {
    let fields = [
      visible(text.word(token)), syntax.tags[token], syntax.dependencies[token],
      visible(syntax.lemmas[token]),
    ]
    return fields.joined(separator: " ") + (kinds[token].map { " [\($0)]" } ?? "")
  }

  /// White space and control characters shown as their numbers, so that each token has one line.
  private func visible(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if ScalarClass.isSpace(scalar.value) || scalar.value < 0x20 {
        result += "<\(String(scalar.value, radix: 16, uppercase: true))>"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
