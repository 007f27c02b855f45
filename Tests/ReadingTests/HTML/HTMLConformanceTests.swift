import Foundation
import Testing

@testable import Reading

/// Runs the tree-construction tests of html5lib-tests, where a folder with them is named.
///
/// `HTML5LIB_TESTS=…/tree-construction swift test --filter HTMLConformanceTests`. The tests come with the source
/// package of html5lib on PyPI. Of each tree only what `HTMLTree` keeps is compared: elements of HTML that readers
/// see, and text with its white space folded. Fragments and tests with scripting on are left out.
struct HTMLConformanceTests {
  private static let folder = ProcessInfo.processInfo.environment["HTML5LIB_TESTS"]

  @Test(.enabled(if: folder != nil)) func `the trees are those of the standard`() throws {
    let folder = try #require(Self.folder)
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".dat") {
      let content = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      for test in Self.cases(String(decoding: content, as: UTF8.self)) {
        all += 1
        let tree = try HTMLDocument(Array(test.markup.utf8), limits: .standard).tree
        if Self.outline(tree) == test.outline {
          right += 1
        } else {
          wrong.append("\(name): \(test.markup)")
        }
      }
    }
    // White space after a frameset is left out on purpose.
    #expect(all > 1000)
    #expect(all - right <= 10, "\(right) of \(all); \(wrong.joined(separator: "\n"))")
  }

  /// A piece of a tree: depth, and the element's name or the text.
  private struct Piece: Equatable {
    let depth: Int
    let name: String
    var text: String?
  }

  private struct Case {
    let markup: String
    let outline: [Piece]
  }

  private static func cases(_ content: String) -> [Case] {
    content.components(separatedBy: "#data\n").dropFirst().compactMap { part in
      guard !part.contains("#document-fragment"), !part.contains("#script-on"),
        let errors = part.range(of: "\n#errors\n") ?? part.range(of: "#errors\n"),
        let document = part.range(of: "#document\n")
      else { return nil }
      let markup = part[..<errors.lowerBound].filter { $0 != "\u{0}" }
      return Case(
        markup: String(markup), outline: folded(pieces(String(part[document.upperBound...]))))
    }
  }

  private static let leftOut: Set = ["script", "style", "iframe", "noembed", "noframes", "xmp"]

  /// The pieces of a drawn tree, without those that `HTMLTree` leaves out.
  private static func pieces(_ drawing: String) -> [Piece] {
    var lines: [String] = []
    var drawing = drawing
    while drawing.last?.isNewline ?? false { drawing.removeLast() }
    for line in drawing.components(separatedBy: "\n") {
      if line.hasPrefix("| ") {
        lines.append(String(line.dropFirst(2)))
      } else if !lines.isEmpty {
        lines[lines.count - 1] += "\n" + line
      }
    }
    var pieces: [Piece] = []
    var skipped: Int?
    var templates: [Int] = []
    for line in lines {
      let item = line.drop { $0 == " " }
      let depth = (line.count - item.count) / 2
      if let outer = skipped, depth > outer { continue }
      skipped = nil
      while let last = templates.last, depth <= last { templates.removeLast() }
      if item == "content" {
        templates.append(depth)
      } else if item.hasPrefix("<"), !item.hasPrefix("<!") {
        let name = String(item.dropFirst().dropLast())
        if name.contains(" ") || leftOut.contains(name) {
          skipped = depth
        } else {
          let tag = HTMLTag(name: name.utf8)
          pieces.append(Piece(depth: depth - templates.count, name: "\(tag)"))
        }
      } else if item.hasPrefix("\"") {
        let text = item.dropFirst()
        pieces.append(
          Piece(depth: depth - templates.count, name: "text", text: String(text.dropLast())))
      }
    }
    return pieces
  }

  private static func outline(_ tree: HTMLTree) -> [Piece] {
    var depths: [Int] = []
    var pieces: [Piece] = []
    for (index, node) in tree.nodes.enumerated() {
      depths.append(node.parent < 0 ? 0 : depths[Int(node.parent)] + 1)
      let text = node.tag == .text ? String(decoding: tree.text(of: index), as: UTF8.self) : nil
      pieces.append(Piece(depth: depths[index], name: "\(node.tag)", text: text))
    }
    return folded(pieces)
  }

  /// Joins neighbouring text and folds its white space.
  private static func folded(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for var piece in pieces {
      if let text = piece.text {
        let kept = text.filter { $0 != "\u{0}" && $0 != "\u{FFFD}" }
        piece.text = withoutRuns(kept)
        if let last = result.last, let before = last.text, last.depth == piece.depth {
          let joined = before + (piece.text ?? "")
          result[result.count - 1].text = withoutRuns(joined)
          continue
        }
        let isInBlock = ["pre", "textarea", "listing", "title"].contains(result.last?.name ?? "")
        if isInBlock { piece.text = piece.text.map { String($0.drop { $0 == " " }) } }
        if piece.text?.isEmpty ?? true { continue }
      }
      result.append(piece)
    }
    return result
  }

  /// Each run of white space as one space.
  private static func withoutRuns(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      let isSpace = [" ", "\t", "\n", "\u{0C}", "\r"].contains(character)
      if !isSpace {
        result.unicodeScalars.append(character)
      } else if result.last != " " {
        result += " "
      }
    }
    return result
  }
}
