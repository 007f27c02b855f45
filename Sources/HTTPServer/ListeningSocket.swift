import Glibc

/// A TCP socket that listens; opened here rather than by the library, so that the reason of a failure is known.
struct ListeningSocket {
  /// The file descriptor.
  let descriptor: Int32
  /// The port, also when the system chose it.
  let port: UInt16

  init(address: String, port: UInt16) throws(ServerError) {
    let host = address == "localhost" ? "127.0.0.1" : address
    var four = sockaddr_in()
    var six = sockaddr_in6()
    if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = port.bigEndian
      descriptor = try Self.listen(&four, AF_INET, address: address, port: port)
    } else if unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
      six.sin6_family = sa_family_t(AF_INET6)
      six.sin6_port = port.bigEndian
      descriptor = try Self.listen(&six, AF_INET6, address: address, port: port)
    } else {
      throw .malformedAddress(address)
    }
    self.port = try Self.port(of: descriptor)
  }

  private static func listen<Address>(
    _ socketAddress: inout Address, _ family: Int32, address: String, port: UInt16
  ) throws(ServerError) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(family, kind, 0)
    guard descriptor >= 0 else { throw failure("socket", address, port) }
    var yes: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, size)
    let bound = unsafe withUnsafePointer(to: &socketAddress) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
      }
    }
    let call = bound == 0 ? "listen" : "bind"
    guard bound == 0, Glibc.listen(descriptor, SOMAXCONN) == 0 else {
      let error = failure(call, address, port)
      close(descriptor)
      throw error
    }
    return descriptor
  }

  private static func port(of descriptor: Int32) throws(ServerError) -> UInt16 {
    var storage = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &size)
      }
    }
    guard result == 0 else {
      let error = failure("getsockname", "", 0)
      close(descriptor)
      throw error
    }
    // The port lies at the same place in both families of addresses.
    return UInt16(bigEndian: storage.sin6_port)
  }

  private static func failure(_ call: String, _ address: String, _ port: UInt16) -> ServerError {
    switch errno {
    case EADDRINUSE: .portInUse(port: port, address: address)
    case EACCES, EPERM: .portNotPermitted(port: port)
    case EADDRNOTAVAIL: .unknownAddress(address)
    case let code: .refused(call: call, code: code, reason: unsafe String(cString: strerror(code)))
    }
  }
}
