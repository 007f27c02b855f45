/// Bounds on what is read from outside, so that no input can exhaust the machine.
public enum InputLimits {
  /// The largest file or line that is read as one article, in bytes.
  ///
  /// The longest article of the development data has 23 kB; a book of the Bible has under 300 kB.
  public static let articleBytes = 16 << 20
}
