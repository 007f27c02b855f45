import Composition
import NewsModel
import Primitives

/// The notes beside a paragraph: who says its statements, in which form, on what footing.
struct StatementNotes {
  /// Statements that share a note, with the letter that stands at their words.
  struct Note {
    let statements: [Int]
    let speaker: Speaker
    let how: String
    let isContinued: Bool
  }

  let notes: [Note]
  let links: SiteLinks

  init(
    _ statements: [Int], in filed: FiledArticle, speakers: SpeakerStyles,
    isContinued: (Int) -> Bool, links: SiteLinks
  ) {
    self.links = links
    var notes: [Note] = []
    for index in statements {
      let statement = filed.analysis.statements[index]
      let speaker = speakers.speakers[index]
      let how = Self.how(statement, filed)
      let continued = isContinued(index)
      let same = notes.firstIndex {
        $0.speaker == speaker && $0.how == how && $0.isContinued == continued
      }
      if let same {
        notes[same] = Note(
          statements: notes[same].statements + [index], speaker: speaker, how: how,
          isContinued: continued)
      } else {
        notes.append(
          Note(statements: [index], speaker: speaker, how: how, isContinued: continued))
      }
    }
    self.notes = notes
  }

  /// The letter of a statement's note; nil when the paragraph has one note only.
  func letter(of statement: Int) -> String? {
    guard notes.count > 1,
      let place = notes.firstIndex(where: { $0.statements.contains(statement) })
    else { return nil }
    return Self.letter(place)
  }

  /// The rules in the margin, one a speaker.
  var rules: HTML {
    var seen: Set<Int> = []
    let rules = notes.filter { seen.insert($0.speaker.style).inserted }.prefix(3).map {
      note -> HTML in "<i class=\"k\(note.speaker.style)\"></i>"
    }
    return "<span class=\"rules\" aria-hidden=\"true\">\(rules.joined())</span>"
  }

  func render(paragraph: Int) -> HTML {
    let items = notes.enumerated().map { place, note -> HTML in
      let mark: HTML? =
        notes.count > 1
        ? """
        <b class="who-mark" id="w\(paragraph)-\(Self.letter(place))">\(Self.letter(place))</b>\u{20}
        """ : nil
      let name: HTML =
        note.speaker.entity.map { entity -> HTML in
          links.named(note.speaker.name, entity, style: "who-name")
        } ?? "<span class=\"who-name\">\(note.speaker.name)</span>"
      let continued: HTML? = note.isContinued ? ", continued" : nil
      return """
        <li class="k\(note.speaker.style)">\(mark)\(name)\(continued): \
        <span class="who-how">\(note.how)</span></li>
        """
    }
    return "<ul class=\"who\" aria-label=\"Who says this\">\(items.joined())</ul>"
  }

  private static func how(_ statement: Statement, _ filed: FiledArticle) -> String {
    var parts = [Words.form(statement.form), Words.footing(statement.footing)]
    if let channel = statement.channel, !channel.isEmpty { parts.append(channel) }
    if let via = statement.via, filed.analysis.entities.indices.contains(via.rawValue) {
      parts.append("through \(filed.analysis.entities[via.rawValue].name)")
    }
    return parts.joined(separator: ", ")
  }

  /// `a` to `z`, then `a1`, ...
  private static func letter(_ place: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return String(letters[place % 26]) + (place < 26 ? "" : "\(place / 26)")
  }
}
