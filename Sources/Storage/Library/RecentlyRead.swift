import Synchronization

/// Values that were decoded lately, each with the bytes that it was decoded from, so that what is read again is not decoded again.
///
/// A value is handed out only for the very bytes that it came from, so what another process writes is never missed. Memory is bounded by
/// those bytes: when the young half is full, it becomes the old half and the old one goes. Safe from any thread.
final class RecentlyRead<Value: Sendable>: Sendable {
  private struct Entry {
    let bytes: [UInt8]
    let value: Value
  }

  private struct Halves {
    var young: [Int: Entry] = [:]
    var old: [Int: Entry] = [:]
    var youngBytes = 0
  }

  private let halves = Mutex(Halves())
  private let halfBytes: Int

  /// Keeps values of up to twice `halfBytes` encoded bytes.
  init(halfBytes: Int) {
    self.halfBytes = halfBytes
  }

  /// The value of a row that holds these bytes: the one that is kept, else what `decode` makes of them.
  ///
  /// Two threads that miss at once both decode; the same bytes give the same value.
  func value(_ row: Int, _ bytes: [UInt8], decode: () throws -> Value) rethrows -> Value {
    if let kept = kept(row, bytes) { return kept }
    let value = try decode()
    halves.withLock { Self.keep(Entry(bytes: bytes, value: value), of: row, in: &$0, halfBytes) }
    return value
  }

  private func kept(_ row: Int, _ bytes: [UInt8]) -> Value? {
    halves.withLock { halves in
      if let entry = halves.young[row], entry.bytes == bytes { return entry.value }
      guard let entry = halves.old[row], entry.bytes == bytes else { return nil }
      Self.keep(entry, of: row, in: &halves, halfBytes)
      return entry.value
    }
  }

  private static func keep(_ entry: Entry, of row: Int, in halves: inout Halves, _ most: Int) {
    if halves.youngBytes + entry.bytes.count > most {
      halves.old = halves.young
      halves.young = [:]
      halves.youngBytes = 0
    }
    halves.youngBytes += entry.bytes.count
    if let before = halves.young.updateValue(entry, forKey: row) {
      halves.youngBytes -= before.bytes.count
    }
  }
}
