import Primitives

/// Finds the name of an outlet in notices.
enum OutletName {
  /// "This article originally appeared in the Harbour News (HN)." names the Harbour News.
  static func inSyndicationLine(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    let verbs: Set = ["appeared", "published", "republished", "posted", "produced"]
    guard let verb = words.lastIndex(where: { verbs.contains($0.lowercased()) }) else { return nil }
    var rest = words[(verb + 1)...]
    while let first = rest.first, isLink(first) { rest = rest.dropFirst() }
    return name(rest)
  }

  /// "Copyright (c) 2023. Harbour News Publishers Ltd. All rights reserved." names the publisher.
  static func inRightsLine(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard let year = words.firstIndex(where: { isYear($0) }) else { return nil }
    return name(words[(year + 1)...])
  }

  /// Words with capital letters up to the end of the sentence or a bracket.
  private static func name(_ words: ArraySlice<String>) -> String? {
    var name: [String] = []
    for word in words {
      if word.hasPrefix("(") { break }
      let bare = String(word.reversed().drop { ".,;:".contains($0) }.reversed())
      let isCapital = bare.unicodeScalars.first?.properties.isUppercase ?? false
      let isJoint = ["of", "and", "&", "the", "de", "la", "for", "in"].contains(bare)
      guard isCapital || isJoint, bare.lowercased() != "all" else { break }
      name.append(bare)
      if word.last.map({ ".,;:".contains($0) }) ?? false, bare.utf8.count > 2 { break }
    }
    while let last = name.last, last.utf8.first.map({ $0.isASCIILowercase }) ?? false {
      name.removeLast()
    }
    let text = name.joined(separator: " ")
    return text.utf8.count >= 2 ? text : nil
  }

  private static func isLink(_ word: String) -> Bool {
    ["first", "originally", "on", "in", "by", "at", "the"].contains(word.lowercased())
  }

  private static func isYear(_ word: String) -> Bool {
    let digits = word.utf8.filter { $0.isASCIIDigit }
    return digits.count == 4 && word.utf8.count <= 5
  }
}
