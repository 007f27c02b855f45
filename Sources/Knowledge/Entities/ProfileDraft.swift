import NewsModel
import Primitives

/// What the articles say of one entity of the library, while it is collected.
struct ProfileDraft {
  /// A longer name of an organisation is shown when it is used at least this often as the commonest.
  private static let commonShare = 0.4

  private var kinds: [EntityKind: Int] = [:]
  private var countries: [String: Int] = [:]
  /// In how many articles each form of the name is used.
  private var forms: [String: Int] = [:]
  /// In how many articles each name is the one given first.
  private var names: [String: Int] = [:]
  private(set) var articleCount = 0
  private(set) var statementCount = 0
  private var lastArticle = -1

  /// Adds what an article says; a copy says nothing that was not said before.
  mutating func add(_ entity: NamedEntity, article: Int, isCopy: Bool) {
    if lastArticle != article {
      lastArticle = article
      articleCount += 1
    }
    if !isCopy { statementCount += entity.statements }
    kinds[entity.kind, default: 0] += 1
    names[entity.name, default: 0] += 1
    if let country = entity.country { countries[country, default: 0] += 1 }
    for form in Set([entity.name] + entity.aliases) { forms[form, default: 0] += 1 }
    // The form that an article uses most counts twice: "Nato" before the long name given once.
    // Where it hardly uses another, it counts so much that the long name gives way.
    if let usual = entity.usual { forms[usual, default: 0] += entity.prevails == true ? 2 : 1 }
  }

  private static func commonest(_ counts: [String: Int]) -> String? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The name that readers see: the commonest full one, without titles.
  var name: String {
    let isPerson = kind == .person
    // A country goes by its own name, however often its adjective is used.
    if kind == .government, country != nil { return Self.commonest(names) ?? "" }
    if kind == .programme, let name = fullestPlan { return name }
    var counts: [String: Int] = [:]
    for (form, count) in forms {
      counts[isPerson ? Self.withoutTitles(form) : Self.withoutArticle(form), default: 0] += count
    }
    let most = counts.values.max() ?? 0
    let common = counts.filter { Double($0.value) >= Self.commonShare * Double(most) }
    let full = isPerson ? counts.filter { $0.key.utf8.contains(0x20) } : common
    let best = (full.isEmpty ? counts : full).max { a, b in
      isPerson
        ? (a.value, a.key.utf8.count, b.key) < (b.value, b.key.utf8.count, a.key)
        : (a.key.utf8.count, a.value, b.key) < (b.key.utf8.count, b.value, a.key)
    }
    return best?.key ?? ""
  }

  /// The name of a plan that tells most of whose it is and where; its sides in brackets are no name.
  private var fullestPlan: String? {
    names.keys.filter { !$0.contains("(") && $0.contains(" ") }.max { a, b in
      let words = (a.split(separator: " ").count, b.split(separator: " ").count)
      if words.0 != words.1 { return words.0 < words.1 }
      return (names[a] ?? 0, b) < (names[b] ?? 0, a)
    }
  }

  /// The commonest kind; `other` only when no article knows better.
  var kind: EntityKind {
    let known = kinds.filter { $0.key != .other }
    let best = (known.isEmpty ? kinds : known).max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? .other
  }

  /// The country that at least half of the articles give.
  var country: String? {
    let best = countries.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.value * 2 >= articleCount ? $0.key : nil }
  }

  /// All forms of the name, sorted.
  var aliases: [String] { Set(forms.keys).union([name]).sorted() }

  private static func withoutTitles(_ form: String) -> String {
    let titles = NameKey.titleCount(form)
    return form.split(separator: " ").dropFirst(titles).joined(separator: " ")
  }

  private static func withoutArticle(_ form: String) -> String {
    form.hasPrefix("the ") || form.hasPrefix("The ") ? String(form.dropFirst(4)) : form
  }
}
