/// Follows `<!-- <script> ... </script> -->` inside a script, where the inner end tag ends nothing.
///
/// The script data states of the HTML specification, cut down to what decides where a script ends.
struct ScriptEscape {
  private var isEscaped = false
  private var isDoubleEscaped = false

  /// Takes the eight bytes at a `<` or `-` that is no end tag of the script.
  mutating func take(_ bytes: some Sequence<UInt8>) {
    let start = bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    if start.starts(with: "<!--".utf8) {
      isEscaped = true
    } else if start.starts(with: "-->".utf8) {
      isEscaped = false
      isDoubleEscaped = false
    } else if isEscaped, start.count == 8, start.starts(with: "<script".utf8),
      Tokenizer.endsName(start[7])
    {
      isDoubleEscaped = true
    }
  }

  /// Whether an end tag only ends an inner script.
  mutating func swallowsEnd() -> Bool {
    defer { isDoubleEscaped = false }
    return isDoubleEscaped
  }
}
