import Glibc
import Synchronization

/// A server on loopback that answers each path with bytes that a test wrote, right or wrong.
final class ScriptedServer: Sendable {
  /// What is sent for a path: bytes, and then the same chunk again and again when one is given.
  struct Reply: Sendable {
    var bytes: [UInt8]
    var endless: [UInt8]?

    /// An answer with a status line, header fields and a body.
    init(_ status: String, _ header: [String] = [], body: [UInt8] = []) {
      let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"]
      bytes = Array(((lines + header).joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    /// Raw bytes, then `endless` until the other side hangs up.
    init(raw: String, endless: String? = nil) {
      bytes = Array(raw.utf8)
      self.endless = endless.map { Array($0.utf8) }
    }
  }

  /// The address of the server, without a closing slash.
  let url: String
  private let line: Line

  /// The request heads that came in, in order.
  var requests: [String] { line.requests }

  init(_ reply: @escaping @Sendable (_ path: String, _ head: String) -> Reply) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        unsafe bind(listener, plain, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, plain, &size) == 0
      }
    }
    guard bound else { throw Failure.noPort }
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    line = Line(listener: listener, reply: reply)
    line.answerInBackground()
  }

  deinit {
    line.hangUp()
  }

  private enum Failure: Error {
    case noPort
  }
}

/// The listening socket and the thread that answers on it.
private final class Line: Sendable {
  private let listener: Int32
  private let reply: @Sendable (String, String) -> ScriptedServer.Reply
  private let seen = Mutex<[String]>([])

  var requests: [String] { seen.withLock { $0 } }

  init(listener: Int32, reply: @escaping @Sendable (String, String) -> ScriptedServer.Reply) {
    self.listener = listener
    self.reply = reply
  }

  func answerInBackground() {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(self).toOpaque()
    unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        let line = unsafe Unmanaged<Line>.fromOpaque(context).takeRetainedValue()
        while line.answerOne() {}
        close(line.listener)
        return nil
      }, context)
    pthread_detach(thread)
  }

  /// Makes the thread's `accept` fail, which ends it.
  func hangUp() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func answerOne() -> Bool {
    let connection = accept(listener, nil, nil)
    guard connection >= 0 else { return false }
    defer { close(connection) }
    let head = readHead(connection)
    seen.withLock { $0.append(head) }
    let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
    let answer = reply(path, head)
    guard send(answer.bytes, connection), let chunk = answer.endless else { return true }
    while send(chunk, connection) {}
    return true
  }

  private func readHead(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = unsafe recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let rest = Array(bytes[sent...])
      let count = unsafe Glibc.send(connection, rest, rest.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
