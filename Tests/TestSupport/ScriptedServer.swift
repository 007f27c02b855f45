import Glibc
import Synchronization

/// A server on loopback that answers each path with bytes that a test wrote, right or wrong.
///
/// Every connection has a thread of its own, so that one that drips does not keep the others waiting.
public final class ScriptedServer: Sendable {
  /// What is sent for a path: bytes, and then the same piece again and again when one is given.
  public struct Reply: Sendable {
    /// What is sent first.
    public var bytes: [UInt8]
    /// What is sent after it until the other side hangs up.
    public var endless: [UInt8]?
    /// How long is waited before each of these pieces, in seconds.
    public var pause = 0.0

    /// An answer with a status line, header fields and a body.
    public init(_ status: String, _ header: [String] = [], body: [UInt8] = []) {
      let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"]
      bytes = Array(((lines + header).joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    /// An answer with a text of a media type.
    public init(_ status: String = "200 OK", _ header: [String] = [], type: String, _ text: String)
    {
      self.init(status, header + ["Content-Type: \(type)"], body: Array(text.utf8))
    }

    /// Raw bytes, then `endless` until the other side hangs up.
    public init(raw: String, endless: String? = nil, pause: Double = 0) {
      bytes = Array(raw.utf8)
      self.endless = endless.map { Array($0.utf8) }
      self.pause = pause
    }

    /// Nothing is at the path.
    public static var missing: Reply { Reply("404 Not Found") }
  }

  /// The address of the server, without a closing slash.
  public let url: String
  private let line: Line

  /// The request heads that came in, in order, each with its body.
  public var requests: [String] { line.requests }

  /// The paths that were asked for, in order, without robots.txt.
  public var paths: [String] {
    requests.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
      .filter { $0 != "/robots.txt" }
  }

  /// Starts a server at a free port; it ends when nobody holds it any more.
  public init(_ reply: @escaping @Sendable (_ path: String, _ head: String) -> Reply) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        unsafe bind(listener, plain, size) == 0 && listen(listener, 64) == 0
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

/// The listening socket and the threads that answer on it.
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
    inThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        inThread { [self] in answer(connection) }
      }
      close(listener)
    }
  }

  /// Makes the thread's `accept` fail, which ends it.
  func hangUp() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func answer(_ connection: Int32) {
    defer { close(connection) }
    let head = readHead(connection)
    seen.withLock { $0.append(head) }
    let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
    let answer = reply(path, head)
    guard send(answer.bytes, connection), let piece = answer.endless else { return }
    repeat {
      if answer.pause > 0 { usleep(UInt32(answer.pause * 1e6)) }
    } while send(piece, connection)
  }

  private func readHead(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !isWhole(String(decoding: bytes, as: UTF8.self)) {
      let count = unsafe recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the head has ended and, when it says how long its body is, the body too.
  private func isWhole(_ text: String) -> Bool {
    let request = text.utf8
    let mark = Array("\r\n\r\n".utf8)
    let bytes = Array(request)
    guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
      return false
    }
    let field = text.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
    let length = field.flatMap { Int($0.dropFirst("Content-Length: ".count)) } ?? 0
    return bytes.count >= end + mark.count + length
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

/// Runs `body` in a thread of its own.
private func inThread(_ body: @escaping @Sendable () -> Void) {
  var thread = pthread_t()
  let context = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
  unsafe pthread_create(
    &thread, nil,
    { context in
      guard let context = unsafe context else { return nil }
      unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
      return nil
    }, context)
  pthread_detach(thread)
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
