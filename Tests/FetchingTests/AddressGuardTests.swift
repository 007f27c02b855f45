import Fetching
import Testing

struct AddressGuardTests {
  @Test(
    arguments: [
      [127, 0, 0, 1], [10, 1, 2, 3], [172, 16, 0, 1], [172, 31, 255, 255], [192, 168, 1, 1],
      [169, 254, 169, 254], [100, 64, 0, 1], [0, 0, 0, 0], [224, 0, 0, 1], [255, 255, 255, 255],
      [192, 0, 2, 1], [198, 18, 0, 1],
    ] as [[UInt8]])
  func `special IPv4 addresses are not public`(bytes: [UInt8]) {
    #expect(!AddressGuard.isPublic(ipv4: bytes))
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
    #expect(!AddressGuard.isPublic(ipv6: mapped))
    let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes
    #expect(!AddressGuard.isPublic(ipv6: translated))
    let tunnelled: [UInt8] = [0x20, 0x02] + bytes + [UInt8](repeating: 0, count: 10)
    #expect(!AddressGuard.isPublic(ipv6: tunnelled))
  }

  @Test(
    arguments: [[8, 8, 8, 8], [172, 32, 0, 1], [193, 0, 0, 1], [100, 128, 0, 1]] as [[UInt8]])
  func `other IPv4 addresses are public`(bytes: [UInt8]) {
    #expect(AddressGuard.isPublic(ipv4: bytes))
  }

  @Test func `IPv6 loopback, link local, unique local and documentation are not public`() {
    let loopback = [UInt8](repeating: 0, count: 15) + [1]
    let heads: [[UInt8]] = [
      [0xFE, 0x80], [0xFC, 0], [0xFD, 0x12], [0xFF, 2], [0x20, 1, 0x0D, 0xB8],
    ]
    let specials = heads.map { $0 + [UInt8](repeating: 1, count: 16 - $0.count) }
    for address in [loopback] + specials { #expect(!AddressGuard.isPublic(ipv6: address)) }
    let open: [UInt8] = [0x2A, 0x00, 0x14, 0x50] + [UInt8](repeating: 1, count: 12)
    #expect(AddressGuard.isPublic(ipv6: open))
    #expect(!AddressGuard.isPublic(ipv6: []))
  }
}
