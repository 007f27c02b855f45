import NewsModel
import Reading

extension ReadOutcome {
  var article: Article? {
    if case .article(let article) = self { article } else { nil }
  }

  var refusal: Refusal? {
    if case .refused(let refusal) = self { refusal } else { nil }
  }
}

func read(_ content: String, name: String, limits: ReadingLimits = .standard) -> [ReadOutcome] {
  read(bytes: Array(content.utf8), name: name, limits: limits)
}

func read(bytes: [UInt8], name: String, limits: ReadingLimits = .standard) -> [ReadOutcome] {
  var outcomes: [ReadOutcome] = []
  ArticleReader(limits: limits).read(bytes: bytes, name: name) { outcomes.append($0) }
  return outcomes
}
