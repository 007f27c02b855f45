import Composition
import Primitives

/// A drawing as a file of its own: SVG that carries its colours, and PNG by `rsvg-convert`.
///
/// On its own page the stylesheet colours a drawing; as a picture it follows the reader's choice of light or dark by itself. Its pixels are
/// those of the light palette on white.
struct DrawingFile {
  let graphic: Graphic
  /// The width of the picture in pixels: twice the units of most drawings.
  private static let pixels = 1360

  /// The drawing as a document; links into the page are taken out, they lead nowhere from here.
  var svg: [UInt8] {
    let end = graphic.svg.firstIndex(of: ">") ?? graphic.svg.endIndex
    let head = graphic.svg[..<end]
    let body = graphic.svg[end...].dropFirst()
    let style = String(decoding: PackageResources.drawing_css, as: UTF8.self)
    let words =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\(head)><style>\(style)</style>"
      + Self.withoutLinks(String(body)) + "\n"
    return Array(words.utf8)
  }

  /// The drawing as pixels; nil when `rsvg-convert` is not installed or cannot draw it.
  func png() -> [UInt8]? { PictureTool.convert(svg, pixels: Self.pixels) }

  /// `<a class="mark" href="#...">` becomes a group of the same class.
  private static func withoutLinks(_ markup: String) -> String {
    var result = ""
    var rest = markup[...]
    while let open = rest.firstRange(of: "<a class=\"mark\" href=\"") {
      result += rest[..<open.lowerBound] + "<g class=\"mark\">"
      guard let close = rest[open.upperBound...].firstIndex(of: ">") else { return result }
      rest = rest[close...].dropFirst()
    }
    return (result + rest).replacing("</a>", with: "</g>")
  }
}
