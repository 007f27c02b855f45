import NewsModel
import Primitives

/// A stretch of a piece of text that the same statements cover from end to end.
struct MarkedSegment: Hashable {
  let range: ByteRange
  /// The statements, the innermost first.
  let statements: [Int]
}

/// Cuts text where the content of a statement starts or ends; nested and overlapping statements are kept.
struct StatementMarks {
  private let text: UTF8Text
  private let contents: [[ByteRange]]
  private let sizes: [Int]

  init(_ filed: FiledArticle) {
    text = filed.text
    let text = filed.text
    contents = filed.analysis.statements.map { statement in
      statement.content.filter { !$0.isEmpty && text.words(at: $0) != nil }
    }
    sizes = contents.map { $0.reduce(0) { $0 + $1.count } }
  }

  /// The statements with words in the range, in the order of the analysis.
  func statements(in range: ByteRange) -> [Int] {
    contents.indices.filter { contents[$0].contains { $0.overlaps(range) } }
  }

  /// Whether the statement has words before the offset.
  func starts(_ statement: Int, before offset: Int) -> Bool {
    contents[statement].contains { $0.start < offset }
  }

  /// The first and the last offset of the statement's content.
  func extent(_ statement: Int) -> ByteRange? {
    guard let first = contents[statement].first else { return nil }
    return contents[statement].reduce(first) { $0.union($1) }
  }

  /// The piece cut into segments.
  func segments(of piece: ByteRange, among candidates: [Int]) -> [MarkedSegment] {
    let ranges = candidates.flatMap { contents[$0] }.filter { $0.overlaps(piece) }
    let inner = ranges.flatMap { [$0.start, $0.end] }.filter { piece.start < $0 && $0 < piece.end }
    let cuts = [piece.start] + Set(inner).sorted() + [piece.end]
    return zip(cuts, cuts.dropFirst()).map { start, end in
      let range = ByteRange(start, end)
      let covering = candidates.filter { contents[$0].contains { $0.contains(range) } }
      let innermostFirst = covering.sorted { (sizes[$0], $1) < (sizes[$1], $0) }
      return MarkedSegment(range: range, statements: innermostFirst)
    }
  }
}
