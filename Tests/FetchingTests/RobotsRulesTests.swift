import Fetching
import Testing

struct RobotsRulesTests {
  private func rules(_ text: String) -> RobotsRules {
    RobotsRules(Array(text.utf8), robot: "backgrounder")
  }

  @Test(arguments: [
    ("Disallow: /", "/", false), ("Disallow:", "/a", true), ("Disallow: /a", "/b", true),
    ("Disallow: /a\nAllow: /a/b", "/a/b/c", true), ("Allow: /a\nDisallow: /a", "/a", true),
    ("Disallow: /*.pdf$", "/x/y.pdf", false), ("Disallow: /*.pdf$", "/y.pdf?x=1", true),
    ("Disallow: /*?", "/a?b", false), ("Disallow: /*?", "/a", true),
    ("disallow : /a # all of it", "/a", false), ("Disallow: *", "/a", false),
    ("Disallow: /$", "/", false), ("Disallow: /$", "/a", true),
  ])
  func `the longest matching rule decides`(rule: String, path: String, isAllowed: Bool) {
    #expect(rules("User-agent: *\n\(rule)\n").allows(path) == isAllowed)
  }

  @Test func `the group that names the robot replaces the group for all`() {
    let text = """
      User-agent: *
      Disallow: /
      User-agent: OtherBot
      User-agent: Backgrounder
      Disallow: /private
      Crawl-delay: 7
      """
    #expect(rules(text).allows("/news"))
    #expect(!rules(text).allows("/private"))
    #expect(rules(text).crawlDelaySeconds == 7)
  }

  @Test func `another robot's rules say nothing`() {
    #expect(rules("User-agent: GreedyBot\nDisallow: /\n").allows("/a"))
  }

  @Test func `rubbish allows everything and takes no time`() {
    let rubbish = [UInt8](repeating: 0xFF, count: 2_000_000)
    #expect(RobotsRules(rubbish, robot: "backgrounder").allows("/a"))
    let stars = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 5_000)
    #expect(rules(stars).allows("/" + String(repeating: "a", count: 4_000)))
  }
}
