import Primitives

/// Counts the runs of words in a topic's articles that could name it.
struct PhraseTally {
  /// What is known of one run of words.
  struct Phrase {
    /// The stems and linking words, as one hash.
    let key: UInt64
    /// Where it was met first, in running text if it stands there at all.
    fileprivate(set) var place: Place
    /// The telling words in it.
    let contentWords: Int
    /// In how many articles it stands.
    fileprivate(set) var articles = 0
    /// How often it stands in headlines.
    fileprivate(set) var headlineUses = 0
    /// How often it stands in running text.
    fileprivate(set) var textUses = 0
    /// How often a name could start where it starts in running text, and end where it ends.
    fileprivate(set) var opened = 0
    fileprivate(set) var closed = 0
    /// The same for headlines.
    fileprivate(set) var openedInHeadlines = 0
    fileprivate(set) var closedInHeadlines = 0
    /// How many of its words had a capital in running text, over all uses.
    fileprivate(set) var capitals = 0
    fileprivate var lastArticle = -1

    /// How surely it is a whole noun phrase, 0 to 1; a use in running text counts twice.
    var wholeness: Double {
      let uses = Double(2 * textUses + headlineUses)
      let open = Double(2 * opened + openedInHeadlines)
      let close = Double(2 * closed + closedInHeadlines)
      return open / uses * (close / uses)
    }
  }

  /// Where a run of words stands: which text of the tally, and which of its words.
  struct Place {
    let text: Int
    let words: Range<Int>
  }

  /// A headline or a text with its words.
  struct Text {
    let article: Int
    let isHeadline: Bool
    let bytes: [UInt8]
    let words: [PhraseWord]
  }

  /// The longest name, in telling words and in all words.
  private static let mostContentWords = 5
  private static let mostWords = 7

  /// The headlines and texts that were read.
  let texts: [Text]
  /// The runs of words, by key.
  private(set) var phrases: [UInt64: Phrase] = [:]
  /// In how many headlines each word stands, by its stem.
  private(set) var headlineCounts: [UInt64: Int] = [:]
  private var verbs = VerbEvidence()

  /// Reads headlines and texts; the verbs of all are known before names are counted.
  init(_ texts: [Text]) {
    self.texts = texts
    for text in texts {
      if text.isHeadline {
        for stem in Set(text.words.map(\.stem)) { headlineCounts[stem, default: 0] += 1 }
      } else {
        verbs.add(text.words)
      }
    }
    for index in texts.indices { count(index) }
  }

  /// The telling words of a phrase.
  func contentWords(of phrase: Phrase) -> [PhraseWord] {
    texts[phrase.place.text].words[phrase.place.words].filter { !$0.isStopWord }
  }

  private mutating func count(_ text: Int) {
    let words = texts[text].words
    for start in words.indices where Self.canStart(words, start) {
      var content = 0
      var key = StableHash()
      for end in start..<min(start + Self.mostWords, words.count) {
        let word = words[end]
        if end > start, word.gap != .space, word.gap != .hyphen { break }
        if word.isStopWord {
          guard PhraseRules.links.contains(word.word), end > start else { break }
          key.combine(word.word)
          continue
        }
        if verbs.isVerb(word.stem), !word.isCapitalised || texts[text].isHeadline { break }
        content += 1
        if content > Self.mostContentWords { break }
        key.combine(word.stem)
        guard Self.canEnd(words, end), content > 1 || !words[start].isParticiple else { continue }
        add(key.value, Place(text: text, words: start..<(end + 1)), content: content)
      }
    }
  }

  private mutating func add(_ key: UInt64, _ place: Place, content: Int) {
    let source = texts[place.text]
    var phrase = phrases[key] ?? Phrase(key: key, place: place, contentWords: content)
    if phrase.lastArticle != source.article {
      phrase.lastArticle = source.article
      phrase.articles += 1
    }
    let opened = opens(source.words, place.words.lowerBound) ? 1 : 0
    let closed = closes(source.words, place.words.upperBound) ? 1 : 0
    if source.isHeadline {
      phrase.headlineUses += 1
      phrase.openedInHeadlines += opened
      phrase.closedInHeadlines += closed
    } else {
      if texts[phrase.place.text].isHeadline { phrase.place = place }
      phrase.textUses += 1
      phrase.opened += opened
      phrase.closed += closed
      phrase.capitals += source.words[place.words].count {
        $0.isCapitalised && $0.gap != .stop && !$0.isStopWord
      }
    }
    phrases[key] = phrase
  }

  private static func canStart(_ words: [PhraseWord], _ index: Int) -> Bool {
    let word = words[index]
    let isVerbal = word.isParticiple && (!word.isCapitalised || word.gap == .stop)
    return !word.isStopWord && !word.isNumber && word.gap != .hyphen && !isVerbal
  }

  private static func canEnd(_ words: [PhraseWord], _ index: Int) -> Bool {
    let isWhole = index + 1 == words.count || words[index + 1].gap != .hyphen
    return isWhole && !words[index].isNumber
  }

  private func opens(_ words: [PhraseWord], _ index: Int) -> Bool {
    index == 0 || words[index].gap != .space || words[index - 1].isStopWord
      || verbs.isVerb(words[index - 1].stem)
  }

  private func closes(_ words: [PhraseWord], _ index: Int) -> Bool {
    index == words.count || words[index].gap != .space || words[index].isStopWord
      || verbs.isVerb(words[index].stem)
  }
}
