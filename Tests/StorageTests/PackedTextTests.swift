import Primitives
import Testing

@testable import Storage

struct PackedTextTests {
  private func unpacked(_ bytes: [UInt8]) -> String? {
    unsafe bytes.withUnsafeBufferPointer { unsafe PackedText.text(of: $0) }
  }

  private func packed(_ text: String, as kind: PackedText.Kind = .prose) -> [UInt8]? {
    if case .blob(let bytes) = PackedText.value(text, as: kind) { return bytes }
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
    #expect(PackedText.value(text, as: .prose) == .text(text))
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

  @Test func `an analysis is much smaller with its dictionary, and comes back byte for byte`()
    throws
  {
    let analysis =
      #"{"definitions":[],"entities":[{"aliases":["Tarn"],"descriptions":[],"id":"e0","kind":"place","mentions":[[14,18],[41,45]],"name":"Tarn"}],"sentences":[[0,40],[41,99]],"statements":[{"content":[[50,99]],"cue":[[46,49]],"footing":"named","form":"indirect","id":"s0","source":[[41,45]],"speaker":"e0"}]}"#
    let bytes = try #require(packed(analysis, as: .analysis))
    #expect(bytes.count * 3 < analysis.utf8.count)
    #expect(unpacked(bytes) == analysis)
  }

  @Test func `a stream that names a dictionary that is not here gives nothing`() throws {
    var bytes = try #require(packed(Self.prose))
    bytes[6] ^= 0x01
    #expect(unpacked(bytes) == nil)
  }

  @Test func `what was packed before there were dictionaries is read`() throws {
    // Python: (288).to_bytes(4, "little") + zlib.compress(b"The ferry left at noon. " * 12)
    let bytes: [UInt8] = [
      0x20, 0x01, 0x00, 0x00, 0x78, 0x9c, 0x0b, 0xc9, 0x48, 0x55, 0x48, 0x4b, 0x2d, 0x2a,
      0xaa, 0x54, 0xc8, 0x49, 0x4d, 0x2b, 0x51, 0x48, 0x2c, 0x51, 0xc8, 0xcb, 0xcf, 0xcf,
      0xd3, 0x53, 0x08, 0x19, 0x15, 0x07, 0x8b, 0x03, 0x00, 0x80, 0x50, 0x63, 0xcd,
    ]
    #expect(unpacked(bytes) == String(repeating: "The ferry left at noon. ", count: 12))
  }
}
