import Testing

@testable import WebApp

struct MarkupScannerTests {
  private func words(_ markup: String, id: String) -> [String] {
    RenderedPage(Array(markup.utf8)).elements(id: id).map(\.words)
  }

  @Test func `the words of an element leave out the marks beside them`() {
    let markup = """
      <p><span class="s" id="s-1">A &amp; <b>b</b><sup class="cites"><a href="#c">1</a></sup>.</span></p>
      """
    #expect(words(markup, id: "s-1") == ["A & b."])
  }

  @Test func `elements inside one another each have their words`() {
    let markup = "<div id=\"text\"><span class=\"sent\" id=\"b0\">One</span> <i>two</i></div>"
    #expect(words(markup, id: "text") == ["One two"])
    #expect(words(markup, id: "b0") == ["One"])
  }

  @Test func `an attribute inside the value of another is none`() {
    let markup = "<a class=\"s\" title=\"x id=&quot;s-2&quot; > id=\" id=\"s-1\">w</a>"
    #expect(words(markup, id: "s-1") == ["w"])
    #expect(words(markup, id: "s-2") == [])
  }

  @Test func `any bytes give tokens and no crash`() {
    let parts = [
      "<", ">", "\"", "/", "!", "&", "&amp;", " id=\"", "span", "\u{0}", "é", "</", "=", "class",
    ]
    var seed: UInt64 = 1
    for _ in 0..<2000 {
      var markup = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        markup += parts[Int(seed >> 33) % parts.count]
      }
      _ = RenderedPage(Array(markup.utf8)).elements
    }
  }
}
