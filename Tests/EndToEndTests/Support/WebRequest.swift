import Glibc

/// What a server answered.
struct WebAnswer {
  let status: Int
  /// The status line and the header lines.
  let head: [String]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  /// The value of a header; its name in lower case.
  func header(_ name: String) -> String? {
    for line in head.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == name else { continue }
      return parts[1].trimmingPrefix { $0 == " " }.description
    }
    return nil
  }
}

/// One request over a plain socket, so that its target goes out exactly as written.
struct WebRequest {
  /// The connection failed.
  struct Fault: Error {
    let step: String
    let code: Int32
  }

  let method: String
  let target: String

  func send(to port: UInt16) throws -> WebAnswer {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Fault(step: "socket", code: errno) }
    defer { _ = close(descriptor) }
    try connect(descriptor, port)
    let request = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    try write(Array(request.utf8), to: descriptor)
    return try Self.answer(try readAll(descriptor))
  }

  private func connect(_ descriptor: Int32, _ port: UInt16) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Fault(step: "connect", code: errno) }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard sent > 0 else { throw Fault(step: "write", code: errno) }
      rest = rest.dropFirst(sent)
    }
  }

  private func readAll(_ descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 else { throw Fault(step: "read", code: errno) }
      guard count > 0 else { return bytes }
      bytes += chunk.prefix(count)
    }
  }

  private static func answer(_ bytes: [UInt8]) throws -> WebAnswer {
    let separator = Array("\r\n\r\n".utf8)
    var end = 0
    while end + 4 <= bytes.count, Array(bytes[end..<end + 4]) != separator { end += 1 }
    let head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n").map(
      String.init)
    guard let words = head.first?.split(separator: " "), words.count > 1, let status = Int(words[1])
    else { throw Fault(step: "answer", code: 0) }
    return WebAnswer(status: status, head: head, body: Array(bytes.dropFirst(end + 4)))
  }
}
