import NewsModel
import Primitives

/// Tells whether "the plan", "the firm" or "the driver" in a sentence points to something told before it.
///
/// It does when the noun stands bare behind "the" and the article has used it before, unless it is one that everybody knows ("the
/// economy") and was not brought in with "a"; or when it is one of those nouns that stand for a name (`standing-nouns.tsv`) and
/// the sentence names nothing before it. What the topic is named after is known to the reader.
struct DefiniteNouns {
  /// Where the article first writes a noun behind "a" or "an", by its stem.
  private let introduced: [String: Int]
  /// Where it first uses each word.
  private let history: WordHistory
  /// The stems of the words that name the topic.
  private let subject: Set<String>
  /// Where the first sentence ends; nothing before it was told.
  private let firstEnd: Int
  private let references: ReferenceIndex

  /// What kind of name a noun can stand for.
  enum Binder: String {
    case organisation, person, place, thing

    /// Whether a name of that kind can be what the noun stands for.
    func fits(_ kind: EntityKind) -> Bool {
      switch self {
      case .organisation: [.organisation, .government, .group, .work, .other].contains(kind)
      case .person: kind == .person || kind == .group
      case .place: kind == .place || kind == .government
      case .thing: false
      }
    }
  }

  /// How many words behind "a" can hold its noun.
  private static let reach = 4
  private static let complements: Set<String> = [
    "of", "for", "that", "who", "which", "whose", "where", "to", "between", "behind", "against",
    "called", "named", "known", "involved", "involving", "carrying", "about", "by", "responsible",
  ]
  private static let places: Set<String> = ["in", "at", "on", "from", "with", "near"]
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Reads the article once.
  /// - Complexity: O(bytes of the text).
  init(
    _ filed: FiledArticle, subject: Set<String>, references: ReferenceIndex, history: WordHistory
  ) {
    self.references = references
    self.history = history
    let words = WordScanner.words(of: filed.text, in: filed.text.fullRange)
    var introduced: [String: Int] = [:]
    for index in words.indices where words[index].lower == "a" || words[index].lower == "an" {
      for word in words[(index + 1)...].prefix(Self.reach) {
        if word.isCapitalised || EnglishWords.functionWords.contains(word.lower) { break }
        if word.followsPause || EnglishWords.commonVerbs.contains(word.lower) { break }
        let stem = [Word].stem(word.lower)
        if introduced[stem] == nil { introduced[stem] = word.range.start }
      }
    }
    self.introduced = introduced
    self.subject = subject
    firstEnd = filed.analysis.sentences.first?.end ?? 0
  }

  /// Whether some noun of the sentence leans on what was told before it.
  ///
  /// Where "the" stands in one of the ranges that give way to a name, it does not.
  func lean(_ words: [Word], replaced: [ByteRange] = []) -> Bool {
    guard let start = words.first?.range.start else { return false }
    return words.indices.dropLast().contains { index in
      guard !words[index].isQuoted,
        !replaced.contains(where: { $0.contains(words[index].range) })
      else { return false }
      if isDeedToldBefore(words, index, sentence: start) { return true }
      guard words[index].lower == "the" else { return false }
      if isNamedApart(words, index, sentence: start) { return true }
      let next = words[index + 1]
      let isQualified =
        Self.qualifiers.contains(next.lower) && !next.isCapitalised && index + 2 < words.endIndex
      return leans(words, isQualified ? index + 2 : index + 1, sentence: start)
    }
  }

  /// Whether a noun that stands for something told before stands bare behind "the", in words that are read without their article.
  static func standBare(_ words: [Word]) -> Bool {
    words.indices.dropLast().contains { index in
      words[index].lower == "the" && !words[index + 1].isCapitalised
        && EnglishWords.standingNouns[words[index + 1].lower] != nil && isBare(words, index + 1)
    }
  }

  /// Adjectives that do not tell which one: "the extremist group", "the entire law".
  private static let qualifiers: Set<String> = [
    "extremist", "terrorist", "militant", "islamist", "jihadist", "rebel", "entire", "whole",
    "proposed", "planned", "new", "latest", "original", "alleged", "deceptive", "maverick",
    "embattled", "looming", "upcoming", "recent", "bitter", "controversial",
  ]

  /// Whether somebody's deed was told before: "Quill's remarks came ...", "her statement".
  private func isDeedToldBefore(_ words: [Word], _ index: Int, sentence start: Int) -> Bool {
    let owner = words[index].lower
    guard
      Pronouns.possessives.contains(owner) || (words[index].isCapitalised && owner.hasSuffix("s")),
      let noun = words.indices.contains(index + 1) ? words[index + 1] : nil,
      !noun.followsPause, !noun.isCapitalised, !noun.isQuoted,
      EnglishWords.deeds.contains(noun.lower)
    else { return false }
    return Self.isBare(words, index + 1) && history.uses(noun.lower, before: start)
  }

  /// Whether "the Portmere report" or "the Lowick senator" was told of before: a name alone does not tell which.
  private func isNamedApart(_ words: [Word], _ index: Int, sentence start: Int) -> Bool {
    let names = words[(index + 1)...].prefix {
      $0.isCapitalised && !$0.isQuoted && !$0.followsPause
    }
    let place = index + 1 + names.count
    guard (1...3).contains(names.count), words.indices.contains(place), !words[place].followsPause,
      !words[place].isCapitalised, !words[place].isQuoted, Self.isBare(words, place)
    else { return false }
    let noun = words[place].lower
    let plain = noun.hasSuffix("'s") ? String(noun.dropLast(2)) : noun
    if EnglishWords.standingNouns[plain] == .person {
      return history.uses(plain, before: start) || index == 0
    }
    return EnglishWords.deeds.contains(plain) && history.uses(plain, before: start)
  }

  private func leans(_ words: [Word], _ place: Int, sentence start: Int) -> Bool {
    let noun = words[place]
    guard !noun.isQuoted, !noun.followsPause, Self.isBare(words, place) else { return false }
    let plain = noun.lower.hasSuffix("'s") ? String(noun.lower.dropLast(2)) : noun.lower
    // "The Department" is one that was named; "the Senate" is known.
    guard !noun.isCapitalised || isBodyToldBefore(plain, before: start) else { return false }
    let stem = [Word].stem(plain)
    let before = words[..<place]
    guard !subject.contains(stem), !before.contains(where: { [Word].stem($0.lower) == stem }) else {
      return false
    }
    if let first = introduced[stem], first < start { return true }
    if history.uses(plain, before: start), !EnglishWords.known.contains(plain) { return true }
    guard start >= firstEnd, let binder = EnglishWords.standingNouns[plain] else { return false }
    return !before.contains { word in
      references.mention(at: word.range.start).flatMap { references.kind($0.entity) }
        .map(binder.fits) ?? false
    }
  }

  /// Whether a body that the article writes with a capital was named before by more.
  private func isBodyToldBefore(_ noun: String, before start: Int) -> Bool {
    EnglishWords.standingNouns[noun] == .organisation && !EnglishWords.known.contains(noun)
      && history.uses(noun, before: start)
  }

  /// Whether nothing behind the noun tells which one is meant.
  private static func isBare(_ words: [Word], _ place: Int) -> Bool {
    guard words.indices.contains(place + 1) else { return true }
    if words[place].lower.hasSuffix("'s") { return true }
    let next = words[place + 1]
    // "The firm opens ...": at the start a verb is likelier than a second noun.
    if place == 1, next.lower.hasSuffix("s"), !next.isCapitalised,
      !complements.contains(next.lower)
    {
      return true
    }
    if next.followsPause || next.isQuoted { return true }
    if next.isCapitalised { return weekdays.contains(next.lower) }
    if complements.contains(next.lower) { return false }
    if places.contains(next.lower) {
      guard words.indices.contains(place + 2) else { return true }
      let after = words[place + 2]
      return !(after.isCapitalised && !weekdays.contains(after.lower)) && after.lower != "the"
    }
    return EnglishWords.functionWords.contains(next.lower)
      || EnglishWords.commonVerbs.contains(next.lower) || next.lower.hasSuffix("ed")
  }
}
