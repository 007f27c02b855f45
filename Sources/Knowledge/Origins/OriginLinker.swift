package import NewsModel
import Primitives

/// Finds for each article the earlier one that its text was made from: whole, cut, topped, merged or edited.
///
/// An article is known by the smallest of the hashes of its runs of words (the bottom-k sketch of A. Broder, "On the
/// resemblance and containment of documents", 1997); the earlier articles that share some of them are compared run by
/// run, and the most alike one, if it is like enough, is what it is a copy of. Two reporters' texts on one event
/// share few runs of five words (under a quarter of the geometric mean of their lengths), copies at least a
/// quarter and mostly over half. What an outlet prints with more than three articles is left out, and two fillings
/// of one form are no copies (`TemplateCheck`).
///
/// A text merged from two goes with the one that it has more of, and does not bring the other along: whoever joins
/// must have something in common with the first texts of the group as well.
///
/// Of what an article is a copy depends on earlier articles alone: a new article changes only later ones that share a
/// run with it, and those that they bring along (`Linker` works in the same way).
package struct OriginLinker {
  /// The least share of common runs: 0.25 to 0.45 give the same groups on built copies.
  static let threshold = 0.35
  /// The least mean share of common runs with the first texts of the group.
  private static let thresholdOfFirst = 0.25
  /// How many of the first texts of a group have a say.
  private static let firstTexts = 3
  /// The least number of common runs, when the texts are not nearly the same.
  private static let leastCommonRuns = 15
  /// How many runs stand for one text: by calculation 32 miss one in fifty of the pairs just alike enough.
  static let sketchSize = 32
  /// How many runs of the sketches two texts must share to be compared.
  ///
  /// By calculation one in fifty of the pairs just alike enough share fewer; turns of phrase make many share one or two.
  private static let leastShared = 4
  /// The days between two articles that are compared at most.
  private static let window = 90
  /// How many texts' runs are remembered at most, about 3 kB each.
  ///
  /// Articles come mostly in order of publication and are compared with those of some weeks before.
  private static let remembered = 32768

  private let shelf: any OriginShelf
  private var runs = RecentValues<Int, RunSet>(room: remembered)
  private var waiting = WaitingItems()
  /// The articles that came, went, or belong to another group than before, with the leaders of these groups, since
  /// this was last asked.
  private var touched: Set<Int> = []

  /// Links what lies on `shelf`.
  package init(_ shelf: any OriginShelf) {
    self.shelf = shelf
  }

  /// Adds an article.
  /// - Complexity: grows with the articles that share a run of its sketch.
  package mutating func add(_ key: Int, _ article: Article) throws {
    let lines = ArticleLines(article.text, outlet: article.outlet).hashes
    let others = try atTheEdge(lines, count: ArticleLines.mostArticles)
    for other in others { try withdraw(other) }
    try shelf.insert(
      OriginItem(key: key, order: PublicationOrder(article), leader: key))
    try shelf.insert(lines: lines, of: key)
    touched.insert(key)
    for other in others + [key] { try enter(other) }
    try settle()
  }

  /// Takes an article out.
  mutating func remove(_ key: Int) throws {
    guard let known = try shelf.text(key), let item = try shelf.origin(key) else { return }
    let lines = ArticleLines(known.text, outlet: known.outlet).hashes
    let others = try atTheEdge(lines, count: ArticleLines.mostArticles + 1).filter { $0 != key }
    for other in others + [key] { try withdraw(other) }
    try shelf.remove(lines: lines, of: key)
    try shelf.removeOrigin(key)
    touched.formUnion([key, item.leader])
    try waitWhereFirst(item, in: item.leader)
    for other in others { try enter(other) }
    try settle()
  }

  /// The touched articles, which are forgotten.
  mutating func takeTouched() -> Set<Int> {
    defer { touched = [] }
    return touched
  }

  /// The articles that have a line which exactly so many articles have: one more or one less, and the line
  /// becomes furniture or ceases to be it.
  private func atTheEdge(_ lines: [Int], count: Int) throws -> [Int] {
    var found: Set<Int> = []
    for line in lines {
      let holders = try shelf.articles(printing: line, limit: count + 1)
      if holders.count == count { found.formUnion(holders) }
    }
    return found.sorted()
  }

  /// Makes an article known by its sketch and lets it and those near it be compared again.
  private mutating func enter(_ key: Int) throws {
    runs.forget(key)
    let sketch = try sketch(of: key)
    if let item = try shelf.origin(key) { waiting.insert(key, item.order) }
    try waitLater(than: key, sketch)
    try shelf.insert(sketch: sketch, of: key, day: day(of: key))
  }

  private mutating func withdraw(_ key: Int) throws {
    let sketch = try sketch(of: key)
    try shelf.remove(sketch: sketch, of: key, day: day(of: key))
    try waitLater(than: key, sketch)
    runs.forget(key)
  }

  /// Lets the later articles wait to whom it matters whether this one is there, and in which group.
  private mutating func waitLater(than key: Int, _ sketch: [UInt32]) throws {
    guard let item = try shelf.origin(key) else { return }
    let day = item.order.day
    let mine = try runs(of: key)
    let undated = PublicationOrder.undatedDay
    let days = day == undated ? [day...day] : [day...(day + Self.window), undated...undated]
    for other in try sharing(sketch, days: days) where other != key {
      guard try Self.likeness(ofCopies: mine, runs(of: other)) != nil,
        let later = try shelf.origin(other), item.order < later.order
      else { continue }
      waiting.insert(other, later.order)
    }
  }

  private func day(of key: Int) throws -> Int { try shelf.origin(key)?.order.day ?? 0 }

  private mutating func settle() throws {
    while let key = waiting.removeEarliest() {
      guard let item = try shelf.origin(key) else { continue }
      let found = try leader(of: item)
      guard found != item.leader else { continue }
      try shelf.place(key, leader: found)
      touched.formUnion([key, item.leader, found])
      try waitLater(than: key, try sketch(of: key))
      for leader in [item.leader, found] { try waitWhereFirst(item, in: leader) }
    }
  }

  /// Where an article is or was among the first of a group, those like any of the group are weighed again.
  private mutating func waitWhereFirst(_ item: OriginItem, in leader: Int) throws {
    let members = try members(of: leader)
    guard members.filter({ $0.order < item.order }).count < Self.firstTexts else { return }
    for member in members where member.key != item.key {
      try waitLater(than: member.key, try sketch(of: member.key))
    }
  }

  private func members(of leader: Int) throws -> [OriginItem] {
    try shelf.members(of: leader).compactMap { try shelf.origin($0) }.sorted { $0.order < $1.order }
  }

  /// The articles of some days that share enough runs of a sketch, in no order that means anything.
  private func sharing(_ sketch: [UInt32], days: [ClosedRange<Int>]) throws -> [Int] {
    var counts = CommonCounts()
    for run in sketch {
      for range in days { try shelf.eachArticle(sharing: run, days: range) { counts.add($0, 1) } }
    }
    var sharing: [Int] = []
    counts.each { if $1 >= Self.leastShared { sharing.append($0) } }
    return sharing
  }

  /// The first text of the group of the earlier article that is most alike; itself when none is alike enough.
  private mutating func leader(of item: OriginItem) throws -> Int {
    let alike = try alike(item)
    guard !alike.isEmpty, let text = try shelf.text(item.key)?.text else {
      return item.key
    }
    let check = TemplateCheck(text)
    for other in alike where try isLikeFirsts(item, of: other.leader) {
      guard let theirs = try shelf.text(other.key)?.text else { continue }
      if !check.isSameForm(as: TemplateCheck(theirs)) { return other.leader }
    }
    return item.key
  }

  /// The earlier ones that are alike enough, the most alike first, the earliest of equals.
  private mutating func alike(_ item: OriginItem) throws -> [OriginItem] {
    let mine = try runs(of: item.key)
    let day = item.order.day
    // One without a date may be a copy of anything.
    let first = day == PublicationOrder.undatedDay ? Int.min : day - Self.window
    var alike: [(likeness: Double, item: OriginItem)] = []
    for other in try sharing(try sketch(of: item.key), days: [first...day]) where other != item.key
    {
      guard let likeness = try Self.likeness(ofCopies: mine, runs(of: other)),
        let earlier = try shelf.origin(other), earlier.order < item.order
      else { continue }
      alike.append((likeness, earlier))
    }
    alike.sort { a, b in
      a.likeness == b.likeness ? a.item.order < b.item.order : a.likeness > b.likeness
    }
    return alike.map(\.item)
  }

  private mutating func isLikeFirsts(_ item: OriginItem, of leader: Int) throws -> Bool {
    let mine = try runs(of: item.key)
    let first = try members(of: leader).filter { $0.order < item.order }.prefix(Self.firstTexts)
    var sum = 0.0
    for member in first { sum += mine.likeness(with: try runs(of: member.key)) }
    return sum >= Self.thresholdOfFirst * Double(first.count)
  }

  /// The share of common runs of two texts that have as much in common as copies have; nil of others.
  private static func likeness(ofCopies a: RunSet, _ b: RunSet) -> Double? {
    guard a.greatestLikeness(with: b) >= threshold else { return nil }
    let nearlyAll = max(a.count, b.count) * 4 / 5
    let common = a.inCommon(with: b)
    guard common >= min(leastCommonRuns, max(4, nearlyAll)) else { return nil }
    let likeness = a.likeness(sharing: common, with: b)
    return likeness >= threshold ? likeness : nil
  }

  private mutating func sketch(of key: Int) throws -> [UInt32] {
    var sketch: [UInt32] = []
    for run in try runs(of: key).runs.prefix(Self.sketchSize) {
      sketch.append(UInt32(truncatingIfNeeded: StableHash.mixed(run)))
    }
    return Set(sketch).sorted()
  }

  /// The runs of an article without what its outlet prints with many.
  private mutating func runs(of key: Int) throws -> RunSet {
    if let known = runs.value(of: key) { return known }
    guard let filed = try shelf.text(key) else { return RunSet([]) }
    let lines = ArticleLines(filed.text, outlet: filed.outlet)
    var furniture: Set<Int> = []
    let most = ArticleLines.mostArticles
    for line in lines.hashes
    where try shelf.articles(printing: line, limit: most + 1).count > most {
      furniture.insert(line)
    }
    let found = RunSet(lines.runs(without: furniture))
    runs.keep(found, of: key)
    return found
  }
}
