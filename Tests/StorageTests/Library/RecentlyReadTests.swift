import Testing

@testable import Storage

struct RecentlyReadTests {
  /// Reads a row and says whether it had to be decoded.
  private func isDecoded(
    _ kept: RecentlyRead<String>, _ row: Int, _ bytes: String
  ) -> Bool {
    var decoded = false
    let value = kept.value(row, Array(bytes.utf8)) {
      decoded = true
      return bytes
    }
    #expect(value == bytes)
    return decoded
  }

  @Test func `what was read is not decoded again, unless its bytes have changed`() {
    let kept = RecentlyRead<String>(halfBytes: 100)
    #expect(isDecoded(kept, 1, "one"))
    #expect(!isDecoded(kept, 1, "one"))
    #expect(isDecoded(kept, 1, "two"))
    #expect(!isDecoded(kept, 1, "two"))
    #expect(isDecoded(kept, 2, "two"))
  }

  @Test func `what is read again and again stays, the rest goes`() {
    let kept = RecentlyRead<String>(halfBytes: 40)
    #expect(isDecoded(kept, 0, "often"))
    for row in 1...50 {
      #expect(isDecoded(kept, row, "once only \(row)"))
      #expect(!isDecoded(kept, 0, "often"))
    }
    #expect(isDecoded(kept, 1, "once only 1"))
  }

  @Test func `an error of decoding is passed on and nothing is kept`() {
    struct Fault: Error {}
    let kept = RecentlyRead<String>(halfBytes: 100)
    #expect(throws: Fault.self) { try kept.value(1, [1]) { throw Fault() } }
    #expect(isDecoded(kept, 1, "\u{1}"))
  }
}
