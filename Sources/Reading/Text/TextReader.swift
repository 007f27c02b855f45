import NewsModel
import Primitives

/// Reads plain text and Markdown as an article.
struct TextReader {
  let isMarkdown: Bool

  func read(_ bytes: [UInt8], file: String) throws(ReadingFault) -> Article {
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.utf8.allSatisfy(\.isASCIIWhitespace) }
    guard let title = lines.first else { throw ReadingFault(.noText) }
    let body = lines.dropFirst().joined(separator: "\n")
    return Article(file: file, title: title, text: body.isEmpty ? title : body)
  }
}
