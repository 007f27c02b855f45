/// Finds places for labels beside their marks so that none covers another.
struct LabelPlacer {
  private struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func overlap(_ other: Box) -> Double {
      let width = min(right, other.right) - max(left, other.left)
      let height = min(bottom, other.bottom) - max(top, other.top)
      return width > 0 && height > 0 ? width * height : 0
    }
  }

  private let width: Double
  private let height: Double
  private var taken: [Box] = []
  /// How far labels stand from the middle of their mark.
  private static let gap = 11.0

  /// Creates a placer for a drawing of this size.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Keeps a mark free of labels.
  mutating func reserve(x: Double, y: Double, radius: Double) {
    taken.append(Box(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
  }

  /// The upper left corner for a label of a mark: to the right if that is free, else around it, further out each time.
  mutating func place(width: Double, height: Double, x: Double, y: Double) -> (x: Double, y: Double)
  {
    var best: (box: Box, cost: Double)?
    for ring in 0..<4 {
      let far = Self.gap + Double(ring) * height
      let corners = [
        (x + Self.gap, y - height / 2), (x - Self.gap - width, y - height / 2),
        (x - width / 2, y + far), (x - width / 2, y - far - height),
        (x + Self.gap, y + far - height / 2), (x - Self.gap - width, y + far - height / 2),
        (x + Self.gap, y - far - height / 2), (x - Self.gap - width, y - far - height / 2),
      ]
      for (left, top) in corners {
        let box = Box(
          left: min(max(0, left), self.width - width), top: min(max(0, top), self.height - height),
          right: min(max(0, left), self.width - width) + width,
          bottom: min(max(0, top), self.height - height) + height)
        let cost = taken.reduce(0) { $0 + $1.overlap(box) }
        if cost < best?.cost ?? .infinity { best = (box, cost) }
        if cost == 0 { break }
      }
      if best?.cost == 0 { break }
    }
    guard let box = best?.box else { return (x, y) }
    taken.append(box)
    return (box.left, box.top)
  }
}
