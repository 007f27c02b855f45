import CGraphviz
import Synchronization

/// A layered drawing of a directed graph by Graphviz `dot` (Gansner et al., 1993), left to right.
///
/// All sizes are given by the caller in units of the drawing, no fonts are measured, so the same graph gives the
/// same places on every machine.
enum LayeredLayout {
  /// A box to be placed.
  struct Box {
    let width: Double
    let height: Double
  }

  /// A connection between two boxes, by their places in the list.
  struct Connection {
    let from: Int
    let to: Int
    /// Whether it ends in an arrow.
    let hasArrow: Bool
    /// The side at which it leaves and at which it arrives; nil leaves the choice to the layout.
    var leaves: Side?
    var arrives: Side?
  }

  /// A side of a box, by its name in Graphviz.
  enum Side: String {
    case left = "w"
    case right = "e"
  }

  /// A point; y grows downwards.
  struct Point: Hashable {
    let x: Double
    let y: Double
  }

  /// A cubic Bézier curve (3n + 1 points) and the tip of its arrow.
  struct Curve {
    let points: [Point]
    let tip: Point?
  }

  /// Where everything is.
  struct Placement {
    let width: Double
    let height: Double
    /// The middle of each box.
    let boxes: [Point]
    /// The curves of each connection.
    let curves: [[Curve]]
  }

  /// Graphviz keeps global state, so one layout is made at a time.
  private static let turn = Mutex(())

  private static let unitsPerInch = 72.0

  /// Places boxes and connections; nil when Graphviz cannot.
  /// - Complexity: that of network simplex; graphs of a few dozen boxes take milliseconds.
  static func place(_ boxes: [Box], _ connections: [Connection]) -> Placement? {
    turn.withLock { _ in
      guard let context = unsafe gvContext() else { return nil }
      defer { unsafe gvFreeContext(context) }
      guard let graph = unsafe open() else { return nil }
      defer { unsafe agclose(graph) }
      let nodes = unsafe boxes.enumerated().map { index, box in
        unsafe node(graph, index, box)
      }
      let edges = unsafe connections.enumerated().map { index, connection in
        unsafe edge(graph, index, nodes[connection.from], nodes[connection.to], connection)
      }
      guard unsafe gvLayout(context, graph, "dot") == 0 else { return nil }
      defer { unsafe gvFreeLayout(context, graph) }
      return unsafe read(graph, nodes, edges)
    }
  }

  private typealias Graph = UnsafeMutablePointer<Agraph_t>
  private typealias Node = UnsafeMutablePointer<Agnode_t>
  private typealias Edge = UnsafeMutablePointer<Agedge_t>

  private static func open() -> Graph? {
    let graph = unsafe withName("g") { unsafe graphviz_open_directed($0) }
    let settings: [(kind: Int32, name: String, value: String)] = [
      (AGRAPH, "rankdir", "LR"), (AGRAPH, "nodesep", "0.16"), (AGRAPH, "ranksep", "0.3"),
      (AGNODE, "shape", "box"), (AGNODE, "fixedsize", "true"), (AGNODE, "label", ""),
      (AGNODE, "width", "1"), (AGNODE, "height", "1"), (AGEDGE, "arrowhead", "normal"),
      (AGEDGE, "arrowsize", "0.7"), (AGEDGE, "headport", ""), (AGEDGE, "tailport", ""),
    ]
    for setting in settings {
      unsafe withName(setting.name) { name in
        unsafe withName(setting.value) { value in
          _ = unsafe agattr(graph, setting.kind, name, value)
        }
      }
    }
    return unsafe graph
  }

  private static func node(_ graph: Graph, _ index: Int, _ box: Box) -> Node? {
    let node = unsafe withName("n\(index)") { unsafe agnode(graph, $0, 1) }
    unsafe set(node, "width", inches(box.width))
    unsafe set(node, "height", inches(box.height))
    return unsafe node
  }

  private static func edge(
    _ graph: Graph, _ index: Int, _ from: Node?, _ to: Node?, _ connection: Connection
  ) -> Edge? {
    let edge = unsafe withName("e\(index)") { unsafe agedge(graph, from, to, $0, 1) }
    if !connection.hasArrow { unsafe set(edge, "arrowhead", "none") }
    if let side = connection.leaves { unsafe set(edge, "tailport", side.rawValue) }
    if let side = connection.arrives { unsafe set(edge, "headport", side.rawValue) }
    return unsafe edge
  }

  private static func set<Object>(
    _ object: UnsafeMutablePointer<Object>?, _ name: String, _ value: String
  ) {
    unsafe withName(name) { name in
      unsafe withName(value) { value in _ = unsafe agset(object, name, value) }
    }
  }

  private static func read(_ graph: Graph, _ nodes: [Node?], _ edges: [Edge?]) -> Placement {
    let height = unsafe graphviz_graph_height(graph)
    let boxes = unsafe nodes.map { node in
      unsafe Point(x: graphviz_node_x(node), y: height - graphviz_node_y(node))
    }
    let curves = unsafe edges.map { edge in
      (0..<(unsafe graphviz_curve_count(edge))).map { curve in
        unsafe read(edge, curve, height)
      }
    }
    return unsafe Placement(
      width: graphviz_graph_width(graph), height: height, boxes: boxes, curves: curves)
  }

  private static func read(_ edge: Edge?, _ curve: Int, _ height: Double) -> Curve {
    let points = (0..<(unsafe graphviz_point_count(edge, curve))).map { point in
      unsafe Point(
        x: graphviz_point_x(edge, curve, point), y: height - graphviz_point_y(edge, curve, point))
    }
    let tip =
      unsafe graphviz_has_tip(edge, curve) != 0
      ? unsafe Point(x: graphviz_tip_x(edge, curve), y: height - graphviz_tip_y(edge, curve)) : nil
    return Curve(points: points, tip: tip)
  }

  /// Units of the drawing as inches with three decimals, without the locale of `printf`.
  private static func inches(_ units: Double) -> String {
    let thousandths = max(1, Int((units / unitsPerInch * 1000).rounded()))
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
  }

  /// Lends a string as the mutable C string that Graphviz asks for; it copies what it keeps.
  private static func withName<Result>(
    _ name: String, _ body: (UnsafeMutablePointer<CChar>) -> Result
  ) -> Result {
    var bytes = name.utf8CString
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("empty C string") }
      return unsafe body(start)
    }
  }
}
