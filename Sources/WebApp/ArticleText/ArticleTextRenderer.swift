import Composition
import NewsModel
import Primitives

/// Renders an article's text: every sentence with its anchor, every statement marked with who said it.
///
/// The words are those of the article, in its order, none left out; what is put beside them (`who`, `ref`) stands
/// outside the sentences or in `<sup>`, so that a check can tell them apart.
struct ArticleTextRenderer {
  private let filed: FiledArticle
  private let links: SiteLinks
  private let speakers: SpeakerStyles
  private let marks: StatementMarks
  private let paragraphs: [Paragraph]

  init(_ filed: FiledArticle, profiles: [EntityID: EntityProfile], links: SiteLinks) {
    self.filed = filed
    self.links = links
    speakers = SpeakerStyles(filed, profiles: profiles)
    marks = StatementMarks(filed)
    paragraphs = Paragraph.split(filed.text, sentences: filed.analysis.sentences)
  }

  /// The pieces of text that have an element of their own, in order.
  var sentences: [ByteRange] { paragraphs.flatMap(\.pieces) }

  func render() -> HTML {
    let body = paragraphs.enumerated().map { render($0.element, number: $0.offset) }
    return """
      <div class="text" id="text">
      \(body.joined(separator: "\n"))
      </div>
      """
  }

  private func render(_ paragraph: Paragraph, number: Int) -> HTML {
    let statements = marks.statements(in: paragraph.range)
    let notes = StatementNotes(
      statements, in: filed, speakers: speakers,
      isContinued: { marks.starts($0, before: paragraph.range.start) }, links: links)
    let sentences = paragraph.pieces.map { piece -> HTML in
      let segments = marks.segments(of: piece, among: statements)
      let content = segments.map { segment($0, notes, number) }.joined()
      let anchor = SiteLinks.anchor(sentenceAt: piece.start)
      guard let correction = filed.correction(at: piece) else {
        return "<span class=\"sent\" id=\"\(anchor)\">\(content)</span>"
      }
      let mark = NewspaperStyle.correction(correction)
      return """
        <span class="sent corrected" id="\(anchor)" title="\(mark)">\(content)</span>
        """
    }
    guard !statements.isEmpty else {
      return "<div class=\"para\"><p>\(sentences.joined(separator: " "))</p></div>"
    }
    return """
      <div class="para said-here">\(notes.rules)<p>\(sentences.joined(separator: " "))</p>\
      \(notes.render(paragraph: number))</div>
      """
  }

  private func segment(_ segment: MarkedSegment, _ notes: StatementNotes, _ number: Int) -> HTML {
    // Both ends are boundaries of characters, so the words are always there.
    let words = filed.text.words(at: segment.range) ?? ""
    guard let innermost = segment.statements.first else { return HTML(text: words) }
    let form = filed.analysis.statements[innermost].form.rawValue
    let inner: HTML? = segment.statements.count > 1 ? " st-inner" : nil
    let style = speakers.speakers[innermost].style
    return """
      <span class="st st-\(form) k\(style)\(inner)">\(words)</span>\
      \(references(after: segment, notes, number))
      """
  }

  /// The letters of the statements that end with the segment.
  private func references(
    after segment: MarkedSegment, _ notes: StatementNotes, _ number: Int
  ) -> HTML? {
    let ending = segment.statements.filter { marks.extent($0)?.end == segment.range.end }
    let letters = ending.compactMap { statement in
      notes.letter(of: statement).map { (letter: $0, speaker: speakers.speakers[statement]) }
    }
    guard !letters.isEmpty else { return nil }
    let items = letters.map { letter, speaker -> HTML in
      """
      <a class="ref k\(speaker.style)" href="#w\(number)-\(letter)" \
      aria-label="Said by \(speaker.name)">\(letter)</a>
      """
    }
    return "<sup>\(items.joined(separator: " "))</sup>"
  }
}
