import Testing

@testable import Linguistics

@Suite struct TokenizerTests {
  /// A small set of rules in the manner of the model's.
  private static func rules() throws -> TokenRules {
    func token(_ text: String, _ norm: String? = nil) -> TokenRules.CaseToken {
      TokenRules.CaseToken(bytes: Array(text.utf8), norm: norm.map { Array($0.utf8) })
    }
    let cases: [String: [TokenRules.CaseToken]] = [
      "don't": [token("do"), token("n't", "not")], "U.K.": [token("U.K.")],
      ":-)": [token(":-)")], "c.": [token("c.", "circa")], "gonna": [token("gon"), token("na")],
    ]
    return try TokenRules(
      prefix: #"^\(|^"|^'|^\.\.+|^[$€]|^:|^\["#,
      suffix: #"\)$|"$|'$|'s$|\.\.+$|,$|:$|(?<=[0-9])(?:km|%)$|(?<=[a-z0-9)])\.$|\]$"#,
      infix: #"\.\.+|(?<=[a-z]),(?=[a-z])|(?<=[a-zA-Z])(?:--|-|—)(?=[a-zA-Z])|:|\)|-"#,
      url: #"^(?:[\w+.-]{2,}://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?$"#,
      cases: Dictionary(uniqueKeysWithValues: cases.map { (Array($0.key.utf8), $0.value) }))
  }

  private func tokenize(_ text: String) throws -> (rows: [TokenRow], lexicon: Lexicon) {
    let rules = try Self.rules()
    let symbols = SymbolTable.standard
    let flat = CasePatterns.flattened(rules)
    let patterns = try #require(CasePatterns(flat, symbols: symbols))
    let facts = WordFacts(
      symbols: symbols, norms: [:], caseStarts: patterns.starts, ruleLists: [:])
    var lexicon = Lexicon(facts: facts, rules: rules)
    var rows: [TokenRow] = []
    let bytes = Array(text.utf8)
    Tokenizer(patterns: patterns).tokenize(bytes.span, lexicon: &lexicon, into: &rows)
    return (rows, lexicon)
  }

  /// The tokens between bars; a space after a token is kept before the bar.
  private func marked(_ text: String) throws -> String {
    let (rows, lexicon) = try tokenize(text)
    return rows.map {
      String(decoding: lexicon.bytes(of: Int($0.lexeme)), as: UTF8.self)
        + ($0.isSpaceAfter ? " " : "")
    }.joined(separator: "|")
  }

  @Test(arguments: [
    ("", ""), ("one", "one"), ("one two", "one |two"), ("one  two", "one | |two"),
    (" one ", " |one "), ("a\nb", "a|\n|b"), ("a \n b", "a |\n |b"), ("a\u{A0}b", "a|\u{A0}|b"),
    ("  ", "  "), ("(\"so,\")", "(|\"|so|,|\"|)"), ("it's", "it|'s"), ("5km.", "5|km|."),
    ("5km", "5|km"), ("end.", "end|."), ("end...", "end|..."), ("a...b", "a|...|b"),
    ("well-known", "well|-|known"), ("b,c", "b|,|c"), ("-x", "-x"),
    ("don't", "do|n't"), ("(don't)", "(|do|n't|)"), ("don't.", "do|n't|."), ("U.K.", "U.K."),
    ("U.K.,", "U.K.|,"), ("'U.K.'", "'|U.K.|'"), ("c.", "c."),
    ("www.example.org/a-b", "www.example.org/a-b"), ("(example.org)", "(|example.org|)"),
    ("http://a-b.co/x:y.", "http://a-b.co/x:y|."), ("é.", "é."), (":-)", ":-)"),
    ("ok:-)", "ok|:-)"), ("ok :-) ok", "ok |:-) |ok"), ("x:-)y", "x|:-)|y"),
    (": -)", ": |-|)"), ("$5", "$|5"), ("\u{0}", "\u{0}"), ("🙂!", "🙂!"),
  ])
  func `a text is cut by affixes, cases, addresses and white space`(
    text: String, expected: String
  ) throws {
    #expect(try marked(text) == expected)
  }

  @Test func `tokens and noted spaces cover the text`() throws {
    let text = "“Don't,” said Ms. Żak (U.K.)...  5km\t\u{2003}off\u{3000}Oslo — x@y 🙂🙂\n\n"
    let bytes = Array(text.utf8)
    let (rows, lexicon) = try tokenize(text)
    var place = 0
    for row in rows {
      #expect(Int(row.start) == place)
      place += Int(lexicon.lexemes[Int(row.lexeme)].length) + (row.isSpaceAfter ? 1 : 0)
    }
    #expect(place == bytes.count)
  }

  @Test func `a case gives its tokens their norms`() throws {
    let (rows, lexicon) = try tokenize("don't n't c.")
    let norms = rows.map { lexicon.lexemes[Int($0.lexeme)].norm }
    let ids = ["do", "not", "n't", "circa"].map { SymbolTable.standard.id($0) }
    #expect(norms == ids)
  }

  @Test func `cases that the affixes would cut are sought across chunks`() throws {
    let flat = CasePatterns.flattened(try Self.rules())
    #expect(flat == ["3", ":", "-", ")", "2", "c", "."])
  }

  @Test(arguments: ["(", ")", ".", "'", "\"(", "a,", "x:-)", "don't", "é-"])
  func `a long chunk takes linear time`(part: String) throws {
    let (rows, _) = try tokenize(String(repeating: part, count: 20_000))
    #expect(!rows.isEmpty)
  }

  @Test func `a list of cases that does not add up is refused`() {
    #expect(TokenRules.cases(["don't", "2", "do", "", "n't", "not"])?.count == 1)
    #expect(TokenRules.cases(["don't", "2", "do", "", "nt", "not"]) == nil)
    #expect(TokenRules.cases(["don't", "3", "do", "", "n't", "not"]) == nil)
    #expect(TokenRules.cases(["don't"]) == nil)
  }

  @Test func `a suffix that is not tied to the end is refused`() {
    #expect(throws: PatternParser.Fault.self) {
      try TokenRules(prefix: "^a", suffix: "b", infix: "-", url: "^c$", cases: [:])
    }
  }
}
