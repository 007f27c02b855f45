/// The tokens that are somebody's words or thought, not the article's own.
struct SaidTokens {
  private let isSaid: [Bool]
  private let isQuoted: [Bool]

  init(words: ArticleWords, drafts: [StatementDraft], quotationOf: [Int32]) {
    var isSaid = [Bool](repeating: false, count: words.count)
    for draft in drafts {
      for piece in draft.content { for token in piece { isSaid[token] = true } }
    }
    self.isSaid = isSaid
    isQuoted = quotationOf.map { $0 >= 0 }
  }

  /// Whether a token is part of what somebody is reported to say or think.
  func isSaid(_ token: Int) -> Bool { isSaid[token] || isQuoted[token] }

  /// Whether a token stands between quotation marks.
  func isQuoted(_ token: Int) -> Bool { isQuoted[token] }
}
