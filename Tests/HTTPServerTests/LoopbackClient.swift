import Glibc

/// Sends bytes to a port of this machine and reads all that comes back.
struct LoopbackClient {
  let port: UInt16

  /// The answer to a request that asks for the connection to be closed.
  func get(_ target: String, method: String = "GET", fields: [String] = []) throws -> Reply {
    let lines =
      ["\(method) \(target) HTTP/1.1", "Host: localhost", "Connection: close"] + fields + ["", ""]
    return try exchange(Array(lines.joined(separator: "\r\n").utf8))
  }

  /// Sends raw bytes and reads until the server closes.
  func exchange(_ bytes: [UInt8]) throws -> Reply {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw ClientError(call: "socket", code: errno) }
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    try connect(descriptor)
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // The server may answer and close before it has read everything.
      if count <= 0 { break }
      sent += count
    }
    return Reply(readAll(descriptor))
  }

  private func connect(_ descriptor: Int32) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    unsafe inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let result = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw ClientError(call: "connect", code: errno) }
  }

  private func readAll(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}

struct ClientError: Error {
  let call: String
  let code: Int32
}

/// What came back, taken apart.
struct Reply {
  let status: Int
  let header: String
  let body: String

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let halves = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    header = String(halves.first ?? "")
    body = halves.count > 1 ? String(halves[1]) : ""
    let words = header.split(separator: " ", maxSplits: 2)
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  func field(_ name: String) -> String? {
    let start = "\(name.lowercased()): "
    let line = header.split(separator: "\r\n").first { $0.lowercased().hasPrefix(start) }
    return line.map { String($0.dropFirst(start.count)) }
  }
}
