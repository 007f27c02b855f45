import Testing

@testable import Composition

struct LayeredLayoutTests {
  private let boxes = (0..<6).map { LayeredLayout.Box(width: 60 + Double($0) * 20, height: 30) }
  private let connections = [(0, 1), (0, 2), (1, 3), (2, 3), (4, 3), (3, 5), (5, 0)].map {
    LayeredLayout.Connection(from: $0, to: $1, hasArrow: true)
  }

  @Test func `boxes do not lie over one another`() throws {
    let placement = try #require(LayeredLayout.place(boxes, connections))
    #expect(placement.boxes.count == boxes.count)
    for a in boxes.indices {
      for b in boxes.indices where a < b {
        let dx = abs(placement.boxes[a].x - placement.boxes[b].x)
        let dy = abs(placement.boxes[a].y - placement.boxes[b].y)
        let apart =
          dx >= (boxes[a].width + boxes[b].width) / 2 - 1
          || dy >= (boxes[a].height + boxes[b].height) / 2 - 1
        #expect(apart, "boxes \(a) and \(b)")
      }
    }
  }

  @Test func `everything lies inside the drawing`() throws {
    let placement = try #require(LayeredLayout.place(boxes, connections))
    for (box, middle) in zip(boxes, placement.boxes) {
      #expect(middle.x - box.width / 2 >= -1 && middle.x + box.width / 2 <= placement.width + 1)
      #expect(middle.y - box.height / 2 >= -1 && middle.y + box.height / 2 <= placement.height + 1)
    }
  }

  @Test func `each connection has a curve of whole segments and a tip`() throws {
    let placement = try #require(LayeredLayout.place(boxes, connections))
    #expect(placement.curves.count == connections.count)
    for curve in placement.curves {
      let first = try #require(curve.first)
      #expect(first.points.count >= 4 && first.points.count % 3 == 1)
    }
    // The line against the direction of reading has its tip too.
    #expect(placement.curves.allSatisfy { $0.contains { $0.tip != nil } })
  }

  @Test func `the same graph is drawn alike, also from many tasks at once`() async throws {
    let first = try #require(LayeredLayout.place(boxes, connections))
    let others = await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask { LayeredLayout.place(boxes, connections)?.curves.map { $0.map(\.points) } }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.allSatisfy { $0 == first.curves.map { $0.map(\.points) } })
  }

  @Test func `nothing is placed without boxes`() throws {
    let placement = try #require(LayeredLayout.place([], []))
    #expect(placement.boxes.isEmpty && placement.curves.isEmpty)
  }
}
