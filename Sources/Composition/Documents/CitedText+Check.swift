public import NewsModel
import Primitives

extension CitedText {
  /// Names what does not hold when the text is checked against its passages; nil when all holds.
  ///
  /// Every cited passage must still have the words that the citation shows, and every run of source words
  /// must be found in them, in order. Between two such runs nothing may be left out unless words in
  /// brackets stand for it, and no words may be put inside a quotation.
  /// `passageText` gives the words of a passage as stored, nil when there is none.
  public func fault(passageText: (Passage) -> String?) -> String? {
    for citation in citations.elements + corroborating {
      let passage = citation.passage
      guard let words = passageText(passage) else {
        return "the passage \(passage.range) of version \(passage.version) does not exist"
      }
      if words != citation.exact {
        return "the passage \(passage.range) of version \(passage.version) has other words"
      }
    }
    return wordsFault() ?? quotationFault()
  }

  /// Checks the source runs against the words of the citations.
  private func wordsFault() -> String? {
    var remaining = citations.elements.map { Array($0.exact.utf8) }[...]
    var offset = 0
    var mustFollow = false
    let omissible = EnglishWords.omissible.map { Array($0.utf8) }
    for run in runs {
      guard case .source(let words) = run else {
        mustFollow = false
        continue
      }
      let needle = Array(words.utf8)
      while let cited = remaining.first {
        if let found = cited.firstIndex(of: needle, from: offset, only: mustFollow) {
          offset = found + needle.count
          break
        }
        if mustFollow,
          let left = omissible.first(where: {
            cited.firstIndex(of: $0 + needle, from: offset, only: true) != nil
          })
        {
          offset += left.count + needle.count
          break
        }
        remaining = remaining.dropFirst()
        offset = 0
      }
      if remaining.isEmpty { return "\"\(words)\" is not in the cited words" }
      mustFollow = true
    }
    return nil
  }

  /// Checks that nothing was put inside a quotation.
  private func quotationFault() -> String? {
    var quotation = QuotationState()
    for run in runs {
      if case .inserted(let words) = run, quotation.isOpen {
        return "\"\(words)\" was put inside a quotation"
      }
      quotation.read(run.words.utf8)
    }
    return nil
  }
}

extension [UInt8] {
  /// The first place of `needle` at or after `offset`; only at `offset` itself when asked.
  fileprivate func firstIndex(of needle: [UInt8], from offset: Int, only: Bool) -> Int? {
    guard !needle.isEmpty else { return offset }
    var start = offset
    while start + needle.count <= count {
      if self[start..<start + needle.count].elementsEqual(needle) { return start }
      if only { return nil }
      start += 1
    }
    return nil
  }
}
