import Testing

@testable import Linguistics

@Suite struct MessagePackTests {
  @Test(arguments: [
    ([0x07] as [UInt8], MessagePack.integer(7)), ([0xff], .negative(-1)), ([0xc0], .none),
    ([0xc2], .boolean(false)), ([0xc3], .boolean(true)), ([0xa2, 0x68, 0x69], .text("hi")),
    ([0xd9, 0x01, 0x61], .text("a")), ([0xc4, 0x02, 0x00, 0xff], .binary([0, 255])),
    ([0xcd, 0x01, 0x00], .integer(256)), ([0xce, 0, 1, 0, 0], .integer(65_536)),
    ([0xcf, 0xff, 0, 0, 0, 0, 0, 0, 0], .integer(0xff00_0000_0000_0000)),
    ([0xd0, 0x80], .negative(-128)), ([0xd1, 0xff, 0x00], .negative(-256)),
    ([0xca, 0x3f, 0x80, 0, 0], .double(1)), ([0xcb, 0x40, 0, 0, 0, 0, 0, 0, 0], .double(2)),
    ([0x92, 0x01, 0x02], .array([.integer(1), .integer(2)])),
    ([0xdc, 0x00, 0x01, 0xc0], .array([.none])),
    ([0x81, 0xa1, 0x6b, 0x05], .map([.init(key: .text("k"), value: .integer(5))])),
  ])
  func `each kind of value is read`(bytes: [UInt8], value: MessagePack) throws {
    #expect(try MessagePackReader.read(bytes) == value)
  }

  @Test(
    arguments: [
      [], [0xa5, 0x61], [0x92, 0x01], [0xc1], [0xd9], [0xdd, 0xff, 0xff, 0xff, 0xff], [0x01, 0x01],
      [0xa1, 0xff], [0xc6, 0x7f, 0xff, 0xff, 0xff, 0x00], [0x81, 0x01], [0xd4, 0x00, 0x00],
    ] as [[UInt8]])
  func `what is no value is refused`(bytes: [UInt8]) {
    #expect(throws: MessagePackReader.Fault.self) { try MessagePackReader.read(bytes) }
  }

  @Test func `deep nesting is refused`() {
    let bytes = [UInt8](repeating: 0x91, count: 100_000) + [0x01]
    #expect(throws: MessagePackReader.Fault.self) { try MessagePackReader.read(bytes) }
  }

  @Test func `any bytes give a value or a fault`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = try? MessagePackReader.read(bytes)
    }
  }

  @Test func `keys are found whether text or binary`() {
    let map = MessagePack.map([
      .init(key: .binary(Array("type".utf8)), value: .text("<f4")),
      .init(key: .text("n"), value: .integer(3)),
    ])
    #expect(map["type"]?.text == "<f4")
    #expect(map["n"]?.integer == 3)
    #expect(map["m"] == nil)
  }
}
