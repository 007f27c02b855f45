import Primitives

/// Tells the parts of a page that are furniture from those that may be the article.
struct PageZones {
  /// What each node is part of; nil where nothing speaks against the article.
  private(set) var roles: [ElementRole?]
  /// Elements that their names or attributes call the article's body, with the number of the name.
  private(set) var contentElements: [(element: Int, key: Int)] = []

  /// Elements of one name that together hold this share of a page's prose are no furniture.
  private static let spareShare = 0.6
  /// The share where little else is left.
  private static let shareBesideLittle = 0.4
  /// So many characters are an article of their own.
  private static let articleCharacters = 1000
  /// Hidden text is the article only where there is hardly any other.
  private static let hiddenSpareShare = 0.8

  /// Marks the furniture; without trust in names only what tags say and comments count.
  init(_ tree: HTMLTree, names: MarkupNames, mass: TextMass, trustsNames: Bool = true) {
    roles = Array(repeating: nil, count: tree.nodes.count)
    let named = ElementNames(tree, names: names, trustsNames: trustsNames)
    let total = Self.markComments(named, mass, &roles)
    let spared = Self.sparedNames(named, mass, roles, total)
    var index = 0
    while index < tree.nodes.count {
      let end = Int(tree.nodes[index].end)
      if roles[index] == .comments {
        index = end
      } else if let role = named.roles[index] {
        if role == .content {
          contentElements.append((index, named.keys[index]))
        } else if !spared.contains(named.keys[index]) {
          for inner in index..<end { roles[inner] = role }
          index = end
          continue
        }
        index += 1
      } else {
        index += 1
      }
    }
  }

  /// Marks comments first, for they may outweigh a short article; returns the mass of the rest.
  private static func markComments(
    _ named: ElementNames, _ mass: TextMass, _ roles: inout [ElementRole?]
  ) -> Int {
    var rest = mass.mass(of: 0..<roles.count)
    var index = 0
    while index < roles.count {
      guard named.roles[index] == .comments else {
        index += 1
        continue
      }
      let range = index..<named.end(of: index)
      let inside = mass.mass(of: range)
      // A page that is nothing but comments is a forum's or a wrapper's whim.
      if rest - inside >= 250 || inside == 0 {
        for inner in range { roles[inner] = .comments }
        rest -= inside
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return rest
  }

  /// Names whose elements hold so much prose that they must be (part of) the article.
  private static func sparedNames(
    _ named: ElementNames, _ mass: TextMass, _ roles: [ElementRole?], _ total: Int
  ) -> Set<Int> {
    var sums: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    var hidden: Set<Int> = []
    for index in roles.indices where roles[index] == nil {
      guard let role = named.roles[index], role != .content, role != .comments else { continue }
      let key = named.keys[index]
      // An element inside one of the same name is counted already.
      guard index >= ends[key] ?? 0 else { continue }
      ends[key] = named.end(of: index)
      if role == .hidden { hidden.insert(key) }
      sums[key, default: 0] += mass.mass(of: index..<named.end(of: index))
    }
    return Set(
      sums.filter { key, sum in
        let isAll = total - sum < articleCharacters
        let share =
          hidden.contains(key) ? hiddenSpareShare : isAll ? shareBesideLittle : spareShare
        return sum > 0 && Double(sum) >= share * Double(total)
      }.keys)
  }
}
