import Primitives

/// An SVG drawing under construction; coordinates have one decimal at most, text is escaped.
///
/// Colours come from the page's stylesheet by class; without one it is drawn in the colour of the text.
struct SVGDrawing {
  /// The width of every drawing in its own units.
  static let width = 680.0
  /// The size of labels: 13 or more, so that they can be read on a phone.
  static let labelSize = 17.0

  private let id: String
  private let title: String
  private let description: String
  private var content = HTML()

  init(id: String, title: String, description: String) {
    self.id = id
    self.title = title
    self.description = description
  }

  /// Adds marks that link to a cited text of the page; `full` is read out and shown on hover.
  mutating func link(to text: CitedText, full: String, _ marks: HTML) {
    content += "<a class=\"mark\" href=\"#s-\(text.id)\"><title>\(full)</title>\(marks)</a>"
  }

  /// Adds marks without a link: axes and rules.
  mutating func add(_ marks: HTML) { content += marks }

  /// The finished drawing; `width` is given when it is not the usual one.
  func markup(width: Double = Self.width, height: Double) -> String {
    let size = "0 0 \(Self.coordinate(width)) \(Self.coordinate(height))"
    let html: HTML = """
      <svg class="drawing drawing-\(id)" xmlns="http://www.w3.org/2000/svg" viewBox="\(size)" \
      role="group" aria-labelledby="\(id)-title \(id)-desc" fill="currentColor" font-size="\(Self.coordinate(Self.labelSize))">\
      <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>\
      \(content)</svg>
      """
    return html.markup
  }

  /// A text; `anchor` is `start`, `middle` or `end`.
  static func text(
    _ words: String, x: Double, y: Double, class name: HTML, size: Double = labelSize,
    anchor: HTML = "start"
  ) -> HTML {
    let own: HTML? = size == labelSize ? nil : " font-size=\"\(coordinate(size))\""
    let side: HTML? = anchor.markup == "start" ? nil : " text-anchor=\"\(anchor)\""
    return """
      <text class="\(name)" x="\(coordinate(x))" y="\(coordinate(y))"\(own)\(side)>\(words)</text>
      """
  }

  /// A rectangle.
  static func rectangle(x: Double, y: Double, width: Double, height: Double, class name: HTML)
    -> HTML
  {
    """
    <rect class="\(name)" x="\(coordinate(x))" y="\(coordinate(y))" \
    width="\(coordinate(width))" height="\(coordinate(height))"/>
    """
  }

  /// A line.
  static func line(x1: Double, y1: Double, x2: Double, y2: Double, class name: HTML) -> HTML {
    """
    <line class="\(name)" x1="\(coordinate(x1))" y1="\(coordinate(y1))" \
    x2="\(coordinate(x2))" y2="\(coordinate(y2))" stroke="currentColor"/>
    """
  }

  /// A dot.
  static func dot(x: Double, y: Double, radius: Double, class name: HTML) -> HTML {
    """
    <circle class="\(name)" cx="\(coordinate(x))" cy="\(coordinate(y))" \
    r="\(coordinate(radius))"/>
    """
  }

  /// A square on its corner.
  static func diamond(x: Double, y: Double, radius: Double, class name: HTML) -> HTML {
    let corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    let path = corners.map { "\(coordinate($0.0)) \(coordinate($0.1))" }.joined(separator: "L")
    return "<path class=\"\(name)\" d=\"M\(path)Z\"/>"
  }

  /// An outline given as a path in tenths of a unit.
  static func outline(_ path: String, class name: HTML) -> HTML {
    "<path class=\"\(name)\" transform=\"scale(.1)\" d=\"\(path)\"/>"
  }

  /// A cubic Bézier curve of 3n + 1 points, with an arrow from its end to the tip.
  static func curve(
    _ points: [(x: Double, y: Double)], tip: (x: Double, y: Double)?, class name: HTML
  ) -> HTML {
    guard let first = points.first, let last = points.last else { return HTML() }
    func pair(_ point: (x: Double, y: Double)) -> String {
      "\(coordinate(point.x)) \(coordinate(point.y))"
    }
    let path = "M\(pair(first))C\(points.dropFirst().map(pair).joined(separator: " "))"
    var html: HTML = "<path class=\"\(name)\" d=\"\(path)\" fill=\"none\" stroke=\"currentColor\"/>"
    if let tip {
      let (dx, dy) = ((tip.x - last.x) / 2.2, (tip.y - last.y) / 2.2)
      let arrow = [tip, (last.x - dy, last.y + dx), (last.x + dy, last.y - dx)].map(pair)
      html += """
        <path class="tip \(name)" d="M\(arrow.joined(separator: "L"))Z"/>
        """
    }
    return html
  }

  /// A number with one decimal at most.
  static func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = tenths / 10
    let rest = abs(tenths % 10)
    return rest == 0 ? String(whole) : "\(tenths < 0 && whole == 0 ? "-" : "")\(whole).\(rest)"
  }
}
