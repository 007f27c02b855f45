/// Some entries of an index, sorted, in one blob: each the rest of a hash, a day, a version and maybe a share.
///
/// Numbers are big-endian, so that the order of the bytes is that of the entries and equal entries make equal blobs.
struct PackedEntries {
  /// How an entry lies in a blob.
  struct Form {
    /// How many bytes the rest of the hash takes.
    let restBytes: Int
    /// Whether an entry has a share.
    let hasShare: Bool

    static let versionBytes = 4
    static let shareBytes = 2
    /// One byte for the day of the span.
    var stride: Int { restBytes + 1 + Self.versionBytes + (hasShare ? Self.shareBytes : 0) }
  }

  private let form: Form
  /// The entries as they are stored.
  private(set) var bytes: [UInt8]

  /// Reads stored entries; what does not make a whole entry is left out.
  init(_ bytes: [UInt8], _ form: Form) {
    self.form = form
    self.bytes = bytes
    self.bytes.removeLast(bytes.count % form.stride)
  }

  /// Adds an entry; takes the place of an equal one, whatever its share.
  /// - Complexity: O(bytes).
  mutating func insert(rest: Int, day: Int, version: Int, share: Int) {
    let entry = entry(rest, day, version, share)
    let place = place(of: entry.prefix(keyBytes))
    if isEqual(entry, at: place) {
      bytes.replaceSubrange(place..<(place + form.stride), with: entry)
    } else {
      bytes.insert(contentsOf: entry, at: place)
    }
  }

  /// Takes an entry out, if it is there.
  /// - Complexity: O(bytes).
  mutating func remove(rest: Int, day: Int, version: Int) {
    let entry = entry(rest, day, version, 0)
    let place = place(of: entry.prefix(keyBytes))
    if isEqual(entry, at: place) { bytes.removeSubrange(place..<(place + form.stride)) }
  }

  /// Hands the entries of a hash on some days of the span to `body`, by day, then by version.
  /// - Complexity: O(log entries + entries handed over).
  func each(
    rest: Int, days: ClosedRange<Int>, _ body: (_ version: Int, _ day: Int, _ share: Int) -> Void
  ) {
    var place = place(of: entry(rest, days.lowerBound, 0, 0).prefix(keyBytes))
    while place < bytes.count, number(at: place, form.restBytes) == rest {
      let day = Int(bytes[place + form.restBytes])
      guard day <= days.upperBound else { return }
      let version = number(at: place + form.restBytes + 1, Form.versionBytes)
      body(version, day, form.hasShare ? number(at: place + keyBytes, Form.shareBytes) : 0)
      place += form.stride
    }
  }

  private var keyBytes: Int { form.restBytes + 1 + Form.versionBytes }

  private func entry(_ rest: Int, _ day: Int, _ version: Int, _ share: Int) -> [UInt8] {
    var entry: [UInt8] = []
    entry.reserveCapacity(form.stride)
    func append(_ number: Int, _ count: Int) {
      for place in (0..<count).reversed() {
        entry.append(UInt8(truncatingIfNeeded: number >> (8 * place)))
      }
    }
    append(rest, form.restBytes)
    append(day, 1)
    append(version, Form.versionBytes)
    if form.hasShare { append(share, Form.shareBytes) }
    return entry
  }

  private func number(at place: Int, _ count: Int) -> Int {
    var number = 0
    for byte in place..<(place + count) { number = number << 8 | Int(bytes[byte]) }
    return number
  }

  private func isEqual(_ entry: [UInt8], at place: Int) -> Bool {
    place < bytes.count && bytes[place..<(place + keyBytes)].elementsEqual(entry.prefix(keyBytes))
  }

  /// Where the first entry stands that is not before a key.
  private func place(of key: ArraySlice<UInt8>) -> Int {
    var (low, high) = (0, bytes.count / form.stride)
    while low < high {
      let middle = (low + high) / 2
      let start = middle * form.stride
      if bytes[start..<(start + keyBytes)].lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low * form.stride
  }
}
