import Primitives

/// Joins the names that the trained recogniser found with those that stand out by form.
///
/// Where both see a name, the words are those of the surface, which keeps names whole over hyphens and leaves out titles;
/// the kind is the surface's where a table or a title decides, else the recogniser's.
struct NameMerger {
  let trained: AnnotatedText
  let plain: AnnotatedText
  let projection: TokenProjection

  /// What the recogniser labels that is no name.
  private static let quantities: Set<String> = [
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE",
  ]

  /// All names in order, none over another.
  func names() -> [NameSpan] {
    let recognised = trained.names.filter { !Self.quantities.contains($0.label) }
    var result: [NameSpan] = []
    for name in plain.names {
      let tokens = projection.tokens(over: plain.range(of: name.tokens))
      guard !tokens.isEmpty, tokens.lowerBound >= (result.last?.tokens.upperBound ?? 0) else {
        continue
      }
      result.append(NameSpan(tokens: tokens, label: label(name, tokens, recognised)))
    }
    return result
  }

  private func label(_ name: NameSpan, _ tokens: Range<Int>, _ recognised: [NameSpan]) -> String {
    guard name.label == NameLabeller.unknown else { return name.label }
    let low = recognised.firstIndex { $0.tokens.upperBound > tokens.lowerBound }
    guard let low, recognised[low].tokens.overlaps(tokens) else { return name.label }
    return recognised[low].label
  }
}
