import Primitives

/// A cardinal number in the text.
struct TimeNumber {
  /// Its value without a fraction; nil for "several" and the like.
  let whole: Int?
  /// Whether a half is added.
  var hasHalf = false
  /// The piece after it.
  let end: Int
}

extension TimeFinder {
  /// The cardinal number at a piece: `12`, `1,200`, `5 1/2`, `twenty-four`, `a few`, `a dozen`.
  func number(at piece: Int) -> TimeNumber? {
    let word = text.word(piece)
    if let first = word.utf8.first, first.isASCIIDigit { return figures(at: piece) }
    if word == "couple", text.word(piece + 1) == "of" {
      return TimeNumber(whole: 2, end: piece + 2)
    }
    if word == "dozen" || word == "dozens" { return nil }
    if word == "a" {
      switch text.word(piece + 1) {
      case "few": return TimeNumber(whole: nil, end: piece + 2)
      case "couple":
        return TimeNumber(whole: 2, end: text.word(piece + 2) == "of" ? piece + 3 : piece + 2)
      case "dozen": return TimeNumber(whole: 12, end: piece + 2)
      case "half": return nil
      case "hundred": return TimeNumber(whole: 100, end: piece + 2)
      default: break
      }
    }
    return spelled(at: piece)
  }

  /// `12`, `1,200`, `2.5`, `5 1/2`.
  private func figures(at piece: Int) -> TimeNumber? {
    let word = text.word(piece)
    if word.hasSuffix("½"), let whole = Int(word.dropLast()) {
      return TimeNumber(whole: whole, hasHalf: true, end: piece + 1)
    }
    if word.hasSuffix(".5"), let whole = Int(word.dropLast(2)) {
      return TimeNumber(whole: whole, hasHalf: true, end: piece + 1)
    }
    let digits = word.utf8.filter { $0 != UInt8(ascii: ",") }
    guard digits.allSatisfy(\.isASCIIDigit), digits.count <= 6,
      let whole = Int(String(decoding: Array(digits), as: UTF8.self))
    else { return nil }
    let half = text.word(piece + 1) == "-" ? piece + 2 : piece + 1
    if text.word(half) == "1", text.word(half + 1) == "/", text.word(half + 2) == "2" {
      return TimeNumber(whole: whole, hasHalf: true, end: half + 3)
    }
    return TimeNumber(whole: whole, end: piece + 1)
  }

  /// `twenty-four`, `twenty four`, `six`, `two and a half`, `two hundred`.
  private func spelled(at piece: Int) -> TimeNumber? {
    guard case .number(let value) = time(piece) else { return nil }
    guard let value else { return TimeNumber(whole: nil, end: piece + 1) }
    var (whole, end) = (value, piece + 1)
    if value >= 20, value < 100, let ones = ones(at: text.isHyphen(end) ? end + 1 : end) {
      whole += ones
      end = text.isHyphen(end) ? end + 2 : end + 1
    }
    if let factor = ["hundred": 100, "thousand": 1000][text.word(end)], !text.isHyphen(end + 1) {
      whole *= factor
      end += 1
    }
    if text.word(end) == "and", text.word(end + 1) == "a", text.word(end + 2) == "half" {
      return TimeNumber(whole: whole, hasHalf: true, end: end + 3)
    }
    return TimeNumber(whole: whole, end: end)
  }

  private func ones(at piece: Int) -> Int? {
    guard case .number(let value?) = time(piece), value < 10, text.word(piece) != "a",
      text.word(piece) != "an"
    else { return nil }
    return value
  }
}
