/// The natural logarithm, the same on every machine: a series in plain arithmetic.
///
/// The C library's `log` may differ in the last bit between versions, and so would a library built twice.
func logarithm(_ x: Float) -> Float {
  guard x > 0 else { return 0 }
  let exponent = Float(x.exponent)
  let t = (x.significand - 1) / (x.significand + 1)
  let square = t * t
  let series =
    t * (2 + square * (2.0 / 3 + square * (2.0 / 5 + square * (2.0 / 7 + square * 2.0 / 9))))
  return exponent * 0.693_147_2 + series
}
