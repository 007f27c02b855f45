public import Primitives

/// Bounds on what is read, so that no input can exhaust the machine.
public struct ReadingLimits: Sendable, Hashable {
  /// The largest file, or line of JSON Lines, that is read as one article, in bytes.
  public var articleBytes: Int
  /// The deepest nesting of elements in a page; beyond it a page is refused.
  public var pageDepth: Int

  /// The tags that a page may have; beyond it a page is refused.
  public var pageTags: Int

  /// Archives may unpack to so many times their size, all archives in one another together.
  ///
  /// News packs to a tenth, repetitive markup to a fiftieth; deflate can reach a thousandth.
  public var archiveRatio: Int
  /// Below so many unpacked bytes no archive is suspected.
  public var archiveHarmlessBytes: Int

  /// The bounds that are used unless others are given.
  public static let standard = ReadingLimits()

  /// Creates bounds.
  ///
  /// The deepest of 250 pages of the development data nests 46 elements, browsers stop at 512; the
  /// largest has 9,000 tags.
  public init(
    articleBytes: Int = InputLimits.articleBytes, pageDepth: Int = 1000, pageTags: Int = 600_000,
    archiveRatio: Int = 250, archiveHarmlessBytes: Int = 64 << 20
  ) {
    self.articleBytes = articleBytes
    self.pageDepth = pageDepth
    self.pageTags = pageTags
    self.archiveRatio = archiveRatio
    self.archiveHarmlessBytes = archiveHarmlessBytes
  }
}
