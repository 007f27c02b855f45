import NewsModel
import Primitives

extension TimeExpression {
  /// Whether it names a day or a longer span; "12:20 p.m." names an hour of a day told elsewhere.
  func namesDay(in text: UTF8Text) -> Bool {
    switch type {
    case .date: return true
    case .time: return !text.bytes[range.indices].contains(where: \.isASCIIDigit)
    case .duration, .set: return false
    }
  }
}
