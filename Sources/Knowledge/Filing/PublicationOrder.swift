package import NewsModel
import Primitives

/// Where an article stands in the order of publication: by time, undated ones last, ties by the article's id.
///
/// Everything in Knowledge works in this order, so the order in which articles arrive does not matter. An article
/// without a date of publication stands at its last change.
package struct PublicationOrder: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01, of days that are a second longer: a bare day comes before its first second.
  package let moment: Int
  /// The article.
  package let article: String

  /// The moment of articles without any date.
  package static let undated = 1 << 50
  /// The day that articles without any date are kept under.
  package static let undatedDay = undated / secondsOfDay

  private static let secondsOfDay = 86_401

  /// Puts a stored moment and an article together.
  package init(moment: Int, article: String) {
    self.moment = moment
    self.article = article
  }

  /// The place of an article.
  package init(_ article: Article) {
    self.article = article.id.rawValue
    guard let time = article.published ?? article.modified else {
      moment = Self.undated
      return
    }
    moment = time.date.daysSinceEpoch * Self.secondsOfDay + (time.secondOfDay ?? -1) + 1
  }

  /// The day since 1970-01-01; `undatedDay` when there is none.
  package var day: Int {
    moment >= 0 ? moment / Self.secondsOfDay : (moment - Self.secondsOfDay + 1) / Self.secondsOfDay
  }

  package static func < (a: PublicationOrder, b: PublicationOrder) -> Bool {
    (a.moment, a.article) < (b.moment, b.article)
  }
}
