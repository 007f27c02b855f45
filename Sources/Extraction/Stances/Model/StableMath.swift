/// Mathematics whose results do not depend on the system's library.
enum StableMath {
  /// The exponential function, good to about seven digits; 0 below -80.
  static func exponential(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    let power = (min(x, 80) * 1.442_695_04).rounded()
    let rest = min(x, 80) - power * 0.693_359_375 + power * 2.121_944_4e-4
    var sum: Float = 1 + rest * (1.0 / 7)
    for divisor in stride(from: Float(6), through: 1, by: -1) { sum = 1 + rest * sum / divisor }
    return Float(sign: .plus, exponent: Int(power), significand: sum)
  }

  /// The natural logarithm of a positive number, good to about six digits.
  static func logarithm(_ x: Float) -> Float {
    guard x > 0 else { return -80 }
    var (power, rest) = (Float(x.exponent), x.significand)
    if rest > 1.414_213_56 { (power, rest) = (power + 1, rest / 2) }
    let ratio = (rest - 1) / (rest + 1)
    let square = ratio * ratio
    let series = 1 + square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square / 9)))
    return power * 0.693_147_18 + 2 * ratio * series
  }

  /// Shares that add up to one, by the exponents of the scores.
  static func shares(_ scores: [Float]) -> [Float] {
    let greatest = scores.reduce(-.infinity) { max($0, $1) }
    let powers = scores.map { exponential($0 - greatest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
