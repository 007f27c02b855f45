import CMicroHTTPD
import Glibc
import Synchronization

/// Answers a request; is called on several threads at once.
public typealias RequestHandler = @Sendable (Request) -> Response

/// An HTTP server over libmicrohttpd: a small pool of threads, each with an epoll loop.
///
/// It listens from its creation until `stop`. TLS is left to a server in front of it.
/// ```swift
/// let server = try Server(settings: ServerSettings(port: 8080)) { request in .text(request.path) }
/// ```
public final class Server: Sendable {
  /// The address that it listens on.
  public let address: String
  /// The port that it listens on, also when the system chose it.
  public let port: UInt16

  /// The library's handle; nil after the stop.
  private let daemon: Mutex<Handle?>
  /// What the library's threads need; lives as long as they do.
  private let context: ServerContext

  /// Starts to listen; throws `ServerError` with what to do when that is not possible.
  public init(settings: ServerSettings, handler: @escaping RequestHandler) throws {
    let listening = try ListeningSocket(address: settings.address, port: settings.port)
    let context = ServerContext(settings: settings, handler: handler)
    let handle = unsafe bg_start_daemon(
      listening.descriptor, UInt32(max(1, settings.threads)),
      settings.limits.headerBytes, UInt32(settings.limits.connections),
      UInt32(settings.limits.idleSeconds), requestStarts, requestArrives, requestEnds,
      Unmanaged.passUnretained(context).toOpaque())
    guard let handle = unsafe handle else {
      throw ServerError.refused(
        call: "MHD_start_daemon", code: errno, reason: unsafe String(cString: strerror(errno)))
    }
    address = settings.address
    port = listening.port
    self.context = context
    daemon = unsafe Mutex(Handle(pointer: handle))
  }

  /// Finishes the answers under way, closes all connections and frees the port; a second call does nothing.
  public func stop() {
    daemon.withLock { handle in
      guard let running = handle else { return }
      unsafe MHD_stop_daemon(running.pointer)
      handle = nil
    }
  }

  deinit { stop() }
}

/// The library's handle of a running server.
@safe private struct Handle {
  let pointer: OpaquePointer
}

/// What the threads of a server share.
final class ServerContext: Sendable {
  let settings: ServerSettings
  let handler: RequestHandler

  init(settings: ServerSettings, handler: @escaping RequestHandler) {
    self.settings = settings
    self.handler = handler
  }
}

/// Called with the first line's address as it was sent, before anything else.
private func requestStarts(
  context: UnsafeMutableRawPointer?, address: UnsafePointer<CChar>?, connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let context = unsafe context, let address = unsafe address else { return nil }
  let server = unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
  let target = unsafe Array(UnsafeRawBufferPointer(start: address, count: strlen(address)))
  let exchange = Exchange(target: target, limits: server.settings.limits)
  return unsafe Unmanaged.passRetained(exchange).toOpaque()
}

/// Called once with the header, again for each part of the body, and once at its end.
private func requestArrives(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, part: UnsafePointer<CChar>?,
  partCount: UnsafeMutablePointer<Int>?, state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context = unsafe context, let connection = unsafe connection,
    let method = unsafe method, let partCount = unsafe partCount,
    let stored = unsafe state?.pointee
  else { return .NO }
  let server = unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
  let exchange = unsafe Unmanaged<Exchange>.fromOpaque(stored).takeUnretainedValue()
  let wire = unsafe Wire(connection: connection)
  let step = unsafe exchange.step(
    method: String(cString: method), methods: server.settings.methods,
    part: UnsafeBufferPointer(start: part, count: partCount.pointee), header: wire.header,
    client: { wire.client })
  unsafe partCount.pointee = 0
  switch step {
  case .readOn: return .YES
  case .close: return .NO
  case .answer(let response): return wire.send(response, to: nil, server.settings.commonHeader)
  case .handle(let request):
    return wire.send(server.handler(request), to: request, server.settings.commonHeader)
  }
}

/// Called when an answer has been sent or its connection is gone.
private func requestEnds(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let stored = unsafe state?.pointee else { return }
  unsafe Unmanaged<Exchange>.fromOpaque(stored).release()
  unsafe state?.pointee = nil
}
