/// Gives quotations that no statement holds to the one who speaks: in the same paragraph those that go on behind "she said.",
/// and paragraphs that are a quotation without a speaker, after a quotation or a statement that has one.
struct QuotationOwners {
  private let finder: StatementFinder
  private var words: ArticleWords { finder.words }

  /// A quotation goes on at most so many tokens behind the words that report it.
  private static let reach = 40
  /// A caption or a heading between two paragraphs of a quotation has at most so many tokens.
  private static let longestCaption = 30

  init(finder: StatementFinder) {
    self.finder = finder
  }

  /// The statements, in order of their first token, with the quotations that they lacked.
  /// - Complexity: O(tokens).
  func completed(_ drafts: [StatementDraft]) -> [StatementDraft] {
    var result = drafts
    var owners = [Int32](repeating: -1, count: words.count)
    for (number, draft) in drafts.enumerated() where !draft.isInside {
      for token in draft.tokens { owners[token] = Int32(number) }
    }
    var isChanged = false
    for quotation in finder.contents.quotations
    where quotation.isUtterance(words) && isFree(quotation, owners) {
      if let owner = speakerBefore(quotation, owners, result) {
        result[owner].content.append(quotation.tokens)
        mark(quotation, Int32(owner), in: &owners)
      } else if isWholeParagraph(quotation, owners), follows(quotation, owners) {
        mark(quotation, Int32(result.count), in: &owners)
        result.append(
          StatementDraft(
            source: nil, cue: nil, content: [quotation.tokens], force: "say", followsPrevious: true
          ))
      } else {
        continue
      }
      isChanged = true
    }
    return isChanged ? result.sorted(by: StatementDraft.isBefore) : result
  }

  private func mark(_ quotation: Quotation, _ owner: Int32, in owners: inout [Int32]) {
    for token in quotation.tokens { owners[token] = owner }
  }

  /// Whether nothing of it belongs to a statement.
  private func isFree(_ quotation: Quotation, _ owners: [Int32]) -> Bool {
    quotation.tokens.allSatisfy { owners[$0] < 0 }
  }

  // MARK: In the same paragraph

  /// The statement right before a quotation, which is a quotation too: `"It leaks," she said. "It always has."`
  private func speakerBefore(
    _ quotation: Quotation, _ owners: [Int32], _ drafts: [StatementDraft]
  ) -> Int? {
    let start = quotation.tokens.lowerBound
    guard !words.startsParagraph(start), !finder.hasOwnSpeaker(quotation),
      let last = lastOwned(before: start, owners)
    else { return nil }
    let owner = Int(owners[last])
    guard let cue = drafts[owner].cue ?? drafts[owner].content.last, isQuoted(drafts[owner]),
      words.paragraphOf[cue.lowerBound] == words.paragraphOf[start]
    else { return nil }
    // Between stands at most the rest of the sentence that reports.
    let isNext = words.sentenceOf[start] - words.sentenceOf[last] <= 1
    let gap = last + 1..<start
    let isPlain = !gap.contains { finder.contents.quotationOf[$0] >= 0 }
    return isNext && isPlain && endsSentence(before: start) ? owner : nil
  }

  private func endsSentence(before token: Int) -> Bool {
    words.has(token - 1, [.stop, .quoteMark]) || [",", ":"].contains(words.word(token - 1))
  }

  /// The last token before a place in its paragraph that belongs to a statement.
  private func lastOwned(before token: Int, _ owners: [Int32]) -> Int? {
    var at = token - 1
    while at >= 0, token - at <= Self.reach, !words.startsParagraph(at + 1) {
      if owners[at] >= 0 { return at }
      at -= 1
    }
    return nil
  }

  private func isQuoted(_ draft: StatementDraft) -> Bool {
    draft.content.contains { finder.contents.quotationOf[$0.lowerBound] >= 0 }
  }

  // MARK: A paragraph of its own

  /// Whether it opens a paragraph in which nobody else is said to speak, and nothing but quotations follows.
  private func isWholeParagraph(_ quotation: Quotation, _ owners: [Int32]) -> Bool {
    guard words.startsParagraph(quotation.tokens.lowerBound) || quotation.continues else {
      return false
    }
    let end = quotation.tokens.upperBound
    guard end < words.count, !words.startsParagraph(end) else { return true }
    return finder.contents.quotation(at: end)?.tokens.lowerBound == end
  }

  /// Whether a quotation or a statement ends the paragraph before, or the one before a caption.
  private func follows(_ quotation: Quotation, _ owners: [Int32]) -> Bool {
    var before = quotation.tokens.lowerBound - 1
    guard before > 0 else { return false }
    if !words.startsParagraph(before + 1) { return owners[before] >= 0 }
    for _ in 0..<2 {
      let sentence = words.sentence(of: before)
      if sentence.contains(where: { owners[$0] >= 0 }) { return true }
      guard let next = paragraphBeforeCaption(endingAt: before) else { return false }
      before = next
    }
    return false
  }

  /// The last token before a short paragraph that ends without a stop.
  private func paragraphBeforeCaption(endingAt last: Int) -> Int? {
    guard !words.has(last, [.stop, .quoteMark]) else { return nil }
    var start = last
    while start > 0, !words.startsParagraph(start) {
      start -= 1
      if last - start > Self.longestCaption { return nil }
    }
    return start > 0 ? start - 1 : nil
  }
}
