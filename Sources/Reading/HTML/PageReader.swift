import NewsModel
import Primitives

/// Reads an HTML page as an article.
struct PageReader {
  let limits: ReadingLimits

  func read(_ bytes: [UInt8], file: String) throws(ReadingFault) -> Article {
    throw ReadingFault(.notAnArticlePage)
  }
}
