/// The transitions of the parser by kind, and the labels of the arcs that they draw.
struct ParserMoves: Sendable {
  let shift: Range<Int>
  let reduce: Range<Int>
  let left: Range<Int>
  let right: Range<Int>
  let `break`: Range<Int>
  /// For each transition the number of its label.
  let labelOfMove: [UInt16]
  /// The labels by their numbers; those that were made up of two are followed by their parts.
  let labels: [String]
  /// For a label made up of two (`X||Y`): the number of X, and of Y, the label of its true head.
  let parts: [UInt16: (own: UInt16, head: UInt16)]
  let root: UInt16
  /// The number of the label that white space gets.
  let dependent: UInt16

  /// Sorts the names (`S`, `D`, `L-nsubj`, ...) out; nil when they are not in the order of kinds.
  init?(_ names: [String]) {
    var labels: [String] = []
    func number(_ label: String) -> UInt16 {
      if let index = labels.firstIndex(of: label) { return UInt16(index) }
      labels.append(label)
      return UInt16(labels.count - 1)
    }
    root = number("ROOT")
    dependent = number("dep")
    labelOfMove = names.map { number(String($0.drop { $0 != "-" }.dropFirst())) }
    var parts: [UInt16: (own: UInt16, head: UInt16)] = [:]
    for label in labels {
      guard let bar = label.utf8.firstIndex(of: UInt8(ascii: "|")), label[bar...].hasPrefix("||")
      else { continue }
      let head = String(label[bar...].dropFirst(2))
      parts[number(label)] = (number(String(label[..<bar])), number(head))
    }
    self.labels = labels
    self.parts = parts
    var ranges: [Range<Int>] = []
    var end = 0
    for kind in ["S", "D", "L", "R", "B"] {
      let first = end
      while end < names.count, names[end] == kind || names[end].hasPrefix("\(kind)-") { end += 1 }
      ranges.append(first..<end)
    }
    guard end == names.count, ranges[0].count == 1, ranges[1].count == 1, ranges[4].count == 1
    else { return nil }
    (shift, reduce, left, right, `break`) = (ranges[0], ranges[1], ranges[2], ranges[3], ranges[4])
  }
}
