/// Tells addresses of the public internet from those of private networks and special uses.
///
/// Follows the IANA special-purpose address registries (RFC 6890) for IPv4 and IPv6; an IPv4 address inside
/// an IPv6 one (mapped, 6to4, NAT64) is judged as what it is.
public enum AddressGuard {
  /// Whether an IPv4 address, four bytes in network order, is public.
  public static func isPublic(ipv4 bytes: [UInt8]) -> Bool {
    guard bytes.count == 4 else { return false }
    let value = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return !specialIPv4.contains { value >> (32 - $0.bits) == $0.prefix >> (32 - $0.bits) }
  }

  /// Whether an IPv6 address, sixteen bytes in network order, is public.
  public static func isPublic(ipv6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return false }
    if bytes[0..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return isPublic(ipv4: Array(bytes[12...]))
    }
    if bytes[0...3] == [0, 0x64, 0xFF, 0x9B], bytes[4..<12].allSatisfy({ $0 == 0 }) {
      return isPublic(ipv4: Array(bytes[12...]))
    }
    if bytes[0] == 0x20, bytes[1] == 0x02 { return isPublic(ipv4: Array(bytes[2..<6])) }
    // Global unicast is 2000::/3; documentation (2001:db8::/32) and Teredo (2001::/32) are not reached.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    return
      !(bytes[0] == 0x20 && bytes[1] == 0x01
      && ((bytes[2] == 0x0D && bytes[3] == 0xB8) || (bytes[2] == 0 && bytes[3] == 0)))
  }

  /// Whether an address, four or sixteen bytes in network order, is this machine's own: 127.0.0.0/8 or ::1.
  public static func isLoopback(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 4: bytes[0] == 127
    case 16: bytes[15] == 1 && bytes[0..<15].allSatisfy { $0 == 0 }
    default: false
    }
  }

  private static let specialIPv4: [(prefix: UInt32, bits: UInt32)] = [
    (0x0000_0000, 8),  // this network
    (0x0A00_0000, 8),  // private
    (0x6440_0000, 10),  // shared address space of carriers
    (0x7F00_0000, 8),  // loopback
    (0xA9FE_0000, 16),  // link local, cloud metadata
    (0xAC10_0000, 12),  // private
    (0xC000_0000, 24),  // protocol assignments
    (0xC000_0200, 24),  // documentation
    (0xC058_6300, 24),  // 6to4 relays
    (0xC0A8_0000, 16),  // private
    (0xC612_0000, 15),  // benchmarking
    (0xC633_6400, 24),  // documentation
    (0xCB00_7100, 24),  // documentation
    (0xE000_0000, 3),  // multicast, reserved, broadcast
  ]
}
