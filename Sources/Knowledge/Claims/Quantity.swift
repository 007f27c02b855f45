import Primitives

/// A number as a text gives it, with how firmly it is given.
struct Quantity: Hashable {
  /// What the words around the number make of it.
  enum Bound: Hashable {
    /// The number itself.
    case exact
    /// "about", "some", "nearly": a tenth either way.
    case about
    /// "at least", "more than": this or more.
    case atLeast
    /// "at most", "fewer than", "up to": this or less.
    case atMost
  }

  /// The number.
  let value: Double
  /// How firmly.
  let bound: Bound
  /// The last decimal place that the words give: 1 for "12", 100,000 for "2.5 million".
  let step: Double

  /// Whether both can be true of one thing.
  ///
  /// A rounder number allows half of its last place either way; a bound allows anything on its side up to twice or down to half of it: "at
  /// least 12" and 400 are told of different things or of different times.
  func isCompatible(with other: Quantity) -> Bool {
    interval.lowerBound <= other.interval.upperBound
      && other.interval.lowerBound <= interval.upperBound
  }

  private var interval: ClosedRange<Double> {
    let half = step > 1 ? step / 2 : 0
    switch bound {
    case .exact: return (value - half)...(value + half)
    case .about: return (value * 0.9 - half)...(value * 1.1 + half)
    case .atLeast: return (value - half)...(value * 2 + half)
    case .atMost: return (value / 2 - half)...(value + half)
    }
  }

  /// The number after normalisation: "12", "~12", ">=12", "<=12"; thousands without separators.
  var normalised: String {
    let number =
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    switch bound {
    case .exact: return number
    case .about: return "~\(number)"
    case .atLeast: return ">=\(number)"
    case .atMost: return "<=\(number)"
    }
  }
}
