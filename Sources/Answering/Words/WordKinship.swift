/// Whether one word was made from another by an ending.
enum WordKinship {
  /// "govern" and "government", "Korea" and "Korean"; four letters at least must agree.
  static func areRelated(_ a: String.UTF8View, _ b: String.UTF8View) -> Bool {
    let shorter = min(a.count, b.count)
    guard shorter >= 4, a.first == b.first else { return false }
    var shared = 0
    for (left, right) in zip(a, b) {
      guard left == right else { break }
      shared += 1
    }
    return shared >= max(4, shorter - 2) && max(a.count, b.count) - shared <= 5
  }
}
