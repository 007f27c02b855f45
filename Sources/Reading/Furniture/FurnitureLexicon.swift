/// The phrases that give furniture away, by language.
struct FurnitureLexicon {
  /// What a phrase is a sign of.
  enum Sign: String, CaseIterable {
    case credit, syndication, photo, rights, copyright, teasers, label, plea, act, product, address
    case speech
    /// The agency of a picture closes the line that tells what it shows.
    case agency
    /// The first words of a paragraph call on readers to do something.
    case opening
  }

  /// Where a phrase must stand in its paragraph.
  private enum Place: String {
    case start, end, whole, sentence, any
    /// At the start, with a colon after it.
    case head
  }

  private struct Phrase {
    let sign: Sign
    let place: Place
    let hashes: [UInt64]
  }

  private let byFirstWord: [UInt64: [Phrase]]

  /// The English list.
  static let english = FurnitureLexicon(PackageResources.furniture_tsv)

  init(_ resource: [UInt8]) {
    var table: [UInt64: [Phrase]] = [:]
    for row in ListResource.rows(resource) where row.count == 3 {
      guard let sign = Sign(rawValue: row[0]), let place = Place(rawValue: row[1]) else { continue }
      let hashes = WordRun(row[2].utf8).words.map(\.hash)
      guard let first = hashes.first else { continue }
      table[first, default: []].append(Phrase(sign: sign, place: place, hashes: hashes))
    }
    byFirstWord = table
  }

  /// How often each sign occurs in a paragraph.
  func signs(in run: WordRun) -> [Sign: Int] {
    var found: [Sign: Int] = [:]
    for index in run.words.indices {
      for phrase in byFirstWord[run.words[index].hash] ?? [] where matches(phrase, run, at: index) {
        found[phrase.sign, default: 0] += 1
        if index == 0, phrase.sign == .act || phrase.sign == .plea { found[.opening] = 1 }
      }
    }
    return found
  }

  private func matches(_ phrase: Phrase, _ run: WordRun, at index: Int) -> Bool {
    let end = index + phrase.hashes.count
    guard end <= run.words.count else { return false }
    for offset in phrase.hashes.indices
    where run.words[index + offset].hash != phrase.hashes[offset] {
      return false
    }
    switch phrase.place {
    case .any: return true
    case .start: return index == 0
    case .head: return index == 0 && end < run.words.count && run.words[end].startsSentence
    case .end: return end == run.words.count
    case .whole: return index == 0 && end == run.words.count
    case .sentence: return run.words[index].startsSentence
    }
  }
}
