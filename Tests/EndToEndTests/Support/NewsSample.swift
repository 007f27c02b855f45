import Foundation

/// Articles made for one test, as JSON Lines.
enum NewsSample {
  /// One article record as a line, with a line feed.
  static func line(_ fields: [String: Any]) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// Articles on the harbour of a town that is not, each with another text.
  static func lines(_ numbers: Range<Int>) throws -> String {
    try numbers.map { try line(harbour($0)) }.joined()
  }

  /// The fields of one of those articles.
  static func harbour(_ number: Int) -> [String: Any] {
    let crane = ["Gull", "Heron", "Tern", "Petrel", "Plover"][number % 5]
    return [
      "id": "harbour-\(number)", "outlet": "The Norrowby Courier \(number % 3)",
      "title": "Crane \(crane) number \(number) in Norrowby is to be mended",
      "published": "2024-03-\(10 + number % 20)", "section": "Harbour",
      "text": """
      The council of Norrowby will mend crane \(crane) number \(number), Mayor Ada Thornby said on Monday.
      Thornby told reporters that the work would cost \(number + 100) crowns.
      The harbour union denied that it had asked for \(number) new cranes.
      "We asked for \(number % 7 + 2) of them," said Piet Marlow, who speaks for the union.
      """,
    ]
  }
}
