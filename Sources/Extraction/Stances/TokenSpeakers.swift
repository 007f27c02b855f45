import Linguistics
import NewsModel
import Primitives

/// Whose source each token is part of, who says it, and who speaks by a role: by the statements of the article.
struct TokenSpeakers {
  /// The speaker whose source a token is part of; of several the first statement's.
  let source: [EntityIndex?]
  /// Who says a token; of several statements the first one's speaker.
  let content: [EntityIndex?]
  /// The head of each first piece of a source, with its speaker, by sentence: `minister` in "the minister said".
  let heads: [[(token: Int, speaker: EntityIndex)]]
  /// Who speaks a sentence that lies in a statement whose source and cue stand elsewhere.
  let ofSentence: [EntityIndex?]

  init(_ words: ArticleWords, _ statements: [Statement]) {
    var source = [EntityIndex?](repeating: nil, count: words.count)
    var content = source
    var heads = [[(token: Int, speaker: EntityIndex)]](repeating: [], count: words.sentences.count)
    for statement in statements {
      guard let speaker = statement.speaker else { continue }
      Self.fill(&source, statement.source, words, speaker)
      Self.fill(&content, statement.content, words, speaker)
      if let head = statement.source.first.flatMap({ Self.head(of: $0, words) }) {
        heads[Int(words.sentenceOf[head])].append((head, speaker))
      }
    }
    self.source = source
    self.content = content
    self.heads = heads
    ofSentence = Self.speakers(words, statements)
  }

  private static func fill(
    _ owners: inout [EntityIndex?], _ pieces: some Sequence<ByteRange>, _ words: ArticleWords,
    _ speaker: EntityIndex
  ) {
    for piece in pieces {
      for token in words.tokens(in: piece) ?? 0..<0 { owners[token] = owners[token] ?? speaker }
    }
  }

  /// The token of a source on which the others hang; nil without a tree, or when the source is longer than a sentence.
  private static func head(of piece: ByteRange, _ words: ArticleWords) -> Int? {
    guard let syntax = words.annotated.syntax, let tokens = words.tokens(in: piece),
      words.sentenceOf[tokens.lowerBound] == words.sentenceOf[tokens.upperBound - 1]
    else { return nil }
    return tokens.first { !tokens.contains(syntax.heads[$0]) || syntax.heads[$0] == $0 }
  }

  /// Who speaks each sentence that lies in a statement whose source stands elsewhere.
  private static func speakers(_ words: ArticleWords, _ statements: [Statement]) -> [EntityIndex?] {
    let ranges = words.sentences.map { words.range($0) }
    var speakers = [EntityIndex?](repeating: nil, count: ranges.count)
    for statement in statements {
      guard let speaker = statement.speaker else { continue }
      let told = statement.source + statement.cue
      for piece in statement.content {
        var sentence = firstSentence(of: piece, in: ranges)
        while sentence < ranges.count, ranges[sentence].start < piece.end {
          let range = ranges[sentence]
          let inside = min(piece.end, range.end) - max(piece.start, range.start)
          if inside * 2 > range.end - range.start, !told.contains(where: { $0.overlaps(range) }) {
            speakers[sentence] = speakers[sentence] ?? speaker
          }
          sentence += 1
        }
      }
    }
    return speakers
  }

  /// The first sentence that ends behind the start of a piece.
  private static func firstSentence(of piece: ByteRange, in ranges: [ByteRange]) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= piece.start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
