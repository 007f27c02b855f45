import Testing

@testable import Reading

/// Trees of broken markup; each row shows one rule of the HTML standard (section 13.2.6).
struct TreeBuilderTests {
  @Test(arguments: [
    ("text alone", "harbour", "html(head body(harbour))"),
    ("a head that nobody opened", "<title>Port</title><p>a", "html(head(title(Port)) body(p(a)))"),
    (
      "a meta after the head goes into it", "<head></head><meta name=x><p>a",
      "html(head(meta) body(p(a)))"
    ),
    ("paragraphs end where the next begins", "<p>a<p>b", "html(head body(p(a) p(b)))"),
    ("a heading in a paragraph ends it", "<p>a<h2>b</h2>c", "html(head body(p(a) h2(b) c))"),
    ("an end tag without a start makes an empty paragraph", "a</p>b", "html(head body(a p b))"),
    ("list items", "<ul><li>a<li>b</ul>c", "html(head body(ul(li(a) li(b)) c))"),
    ("terms", "<dl><dt>a<dd>b<dt>c", "html(head body(dl(dt(a) dd(b) dt(c))))"),
    (
      "formatting goes on in the next paragraph", "<p><b>a<p>b",
      "html(head body(p(b(a)) p(b(b))))"
    ),
    (
      "formatting that ends in the wrong order", "<b>a<i>b</b>c</i>d",
      "html(head body(b(a i(b)) i(c) d))"
    ),
    ("a block in a formatting element", "<b>a<p>b</b>c</p>", "html(head body(b(a) p(b(b) c)))"),
    ("a link ends the one before it", "<a>x<a>y", "html(head body(a(x) a(y)))"),
    (
      "equal formatting elements are put back three times at most", "<b><b><b><b>a<p></p></b>",
      "html(head body(b(b(b(b(a p))))))"
    ),
    (
      "rows make their table body", "<table><tr><td>a<td>b",
      "html(head body(table(tbody(tr(td(a) td(b))))))"
    ),
    (
      "text between rows goes before the table", "<table>a<tr><td>b</table>c",
      "html(head body(a table(tbody(tr(td(b)))) c))"
    ),
    (
      "a table in a table ends it, in a cell it does not", "<table><tr><td><table><tr><td>a",
      "html(head body(table(tbody(tr(td(table(tbody(tr(td(a))))))))))"
    ),
    (
      "a caption and columns", "<table><caption>a<col><tr><td>b",
      "html(head body(table(caption(a) colgroup(col) tbody(tr(td(b))))))"
    ),
    ("a form in a form is none", "<form>a<form>b</form>c", "html(head body(form(ab) c))"),
    (
      "options end each other, a select ends at an input", "<select><option>a<option>b<input>c",
      "html(head body(select(option(a) option(b)) input c))"
    ),
    (
      "scripts and styles are left out", "a<script>x<b>y</script>b<style>z</style>",
      "html(head body(ab))"
    ),
    (
      "an end tag in a comment of a script ends nothing",
      "<p>a<script><!-- <script> </script> --></script>b", "html(head body(p(ab)))"
    ),
    ("the title is text", "<title>a<b>&amp;c</title>", "html(head(title(a<b>&c)) body)"),
    ("a drawing is left out", "a<svg><g><title>x</title></g></svg>b", "html(head body(ab))"),
    ("a drawing ends at an element of text", "<svg><g><p>a", "html(head body(p(a)))"),
    (
      "a template keeps its rows", "<template><tr><td>a</template>b",
      "html(head(template(tr(td(a)))) body(b))"
    ),
    ("frames", "<frameset><frame></frameset>", "html(head frameset(frame))"),
    ("a body after text adds attributes only", "a<body class=x>b", "html(head body(ab))"),
    ("text after the body is in it", "<body>a</body></html>b", "html(head body(ab))"),
    (
      "an element without rules of its own", "<my-part>a<div>b</my-part>c",
      "html(head body(other(a div(bc))))"
    ),
    (
      "an unknown element ends at its tag", "<my-part>a<x-y>b</my-part>c",
      "html(head body(other(a other(b)) c))"
    ),
    ("a lone mark is text", "3 < 4 & 5 <> 6", "html(head body(3 < 4 & 5 <> 6))"),
    ("comments of any shape", "a<!--x-->b<!-->c<!--y--!>d<?z>e</ >f", "html(head body(abcdef))"),
    ("a tag that the page breaks off in is none", "a<p class=", "html(head body(a))"),
  ]) func `broken markup becomes the standard's tree`(name: String, markup: String, tree: String)
    throws
  {
    let document = try HTMLDocument(Array(("<!doctype html>" + markup).utf8), limits: .standard)
    #expect(Self.drawn(document.tree) == tree, "\(name)")
  }

  @Test(arguments: [
    ("<!doctype html>", "html(head body(p table))"),
    ("", "html(head body(p(table)))"),
    (
      "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">",
      "html(head body(p(table)))"
    ),
    (
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" 'xhtml1-strict.dtd'>",
      "html(head body(p table))"
    ),
  ]) func `the document type decides whether a table ends a paragraph`(type: String, tree: String)
    throws
  {
    let document = try HTMLDocument(Array((type + "<p><table>").utf8), limits: .standard)
    #expect(Self.drawn(document.tree) == tree)
  }

  @Test(arguments: [
    ("&amp;&lt;&copy;", "&<©"), ("&copy2024", "©2024"), ("&notit;", "¬it;"), ("&notin;", "∉"),
    ("&#8211;&#x2013;&#150;", "–––"), ("&#xD800;&#0;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&;&#;&#x;&zebra;", "&;&#;&#x;&zebra;"), ("&AMP", "&"), ("&fjlig;", "fj"),
  ]) func `character references are resolved`(markup: String, text: String) throws {
    let document = try HTMLDocument(Array("<p>\(markup)".utf8), limits: .standard)
    #expect(Self.drawn(document.tree) == "html(head body(p(\(text))))")
  }

  @Test func `in addresses a reference needs its semicolon`() throws {
    let page = "<a href='/x?a=1&copy=2&amp;lang=3&para;' HREF=no CLASS=\"A\">"
    let tree = try HTMLDocument(Array(page.utf8), limits: .standard).tree
    let link = try #require(tree.nodes.indices.first { tree.nodes[$0].tag == .a })
    #expect(tree.value(.href, of: link) == "/x?a=1&copy=2&lang=3¶")
    #expect(tree.value(.class, of: link) == "A")
  }

  @Test func `JSON-LD is kept apart`() throws {
    let page = "<script type='application/LD+JSON'>{\"a\":\"</b>\"}</script><script>no</script>"
    let document = try HTMLDocument(Array(page.utf8), limits: .standard)
    #expect(document.linkedData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":\"</b>\"}"])
  }

  /// A tree on one line: the children of an element in brackets, text as it is.
  static func drawn(_ tree: HTMLTree) -> String {
    var text = ""
    var open: [Int] = []
    for index in tree.nodes.indices {
      var hasClosed = false
      while let last = open.last, Int(tree.nodes[last].end) <= index {
        open.removeLast()
        text += ")"
        hasClosed = true
      }
      let isText = tree.nodes[index].tag == .text
      let isFirst = open.last == index - 1
      let isJoined = isText && !hasClosed && index > 0 && tree.nodes[index - 1].tag == .text
      if isFirst { text += "(" } else if index > 0, !isJoined { text += " " }
      if isText {
        text += String(decoding: tree.text(of: index), as: UTF8.self)
      } else {
        text += "\(tree.nodes[index].tag)"
        if tree.nodes[index].end > index + 1 { open.append(index) }
      }
    }
    return text + String(repeating: ")", count: open.count)
  }
}
