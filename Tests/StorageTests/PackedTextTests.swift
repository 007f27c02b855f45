import Primitives
import Testing

@testable import Storage

struct PackedTextTests {
  private func unpacked(_ bytes: [UInt8]) -> String? {
    unsafe bytes.withUnsafeBufferPointer { unsafe PackedText.text(of: $0) }
  }

  private func packed(_ text: String) -> [UInt8]? {
    if case .blob(let bytes) = PackedText.value(text) { return bytes }
    return nil
  }

  private static let prose = String(
    repeating: "The ferry to Tarn left at noon with a hold full of apples — “späte Äpfel”. ",
    count: 40)

  @Test func `a long text is smaller and comes back byte for byte`() throws {
    let bytes = try #require(packed(Self.prose))
    #expect(bytes.count * 4 < Self.prose.utf8.count)
    #expect(unpacked(bytes) == Self.prose)
  }

  @Test(arguments: ["", "short", String(repeating: "x", count: PackedText.leastBytes - 1)])
  func `a short text stays as it is`(text: String) {
    #expect(PackedText.value(text) == .text(text))
  }

  @Test func `a blob that is damaged anywhere gives nothing or another text, never a crash`() throws
  {
    let bytes = try #require(packed(Self.prose))
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x55
      #expect(unpacked(damaged) != Self.prose, "byte \(place)")
    }
    for count in 0..<bytes.count { #expect(unpacked(Array(bytes.prefix(count))) == nil) }
  }

  @Test func `a length that the stream cannot have is refused before memory is asked for`() throws {
    let bytes = try #require(packed(Self.prose))
    #expect(unpacked([0xFF, 0xFF, 0xFF, 0xFF] + bytes.dropFirst(4)) == nil)
  }
}
