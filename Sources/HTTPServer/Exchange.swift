import CMicroHTTPD

/// One request while it arrives, from its first line to the answer.
///
/// A connection is served by one thread, so this is never shared.
final class Exchange {
  let target: [UInt8]
  private let limits: RequestLimits
  private var body: [UInt8] = []
  private var received = 0
  private var hasStarted = false

  init(target: [UInt8], limits: RequestLimits) {
    self.target = target
    self.limits = limits
  }

  /// What to do after the library has called.
  enum Step {
    case readOn, close
    case answer(Response)
    case handle(Request)
  }

  /// Takes the next piece: the header at the first call, then the body in parts, then its end.
  func step(
    method: String, methods: [String], part: UnsafeBufferPointer<CChar>,
    header: () -> [HeaderField], client: () -> String
  ) -> Step {
    guard hasStarted else { return start(method: method, methods: methods, header: header) }
    if part.count > 0 { return unsafe take(part) }
    if received > limits.bodyBytes { return .answer(Self.tooLarge(limits)) }
    do {
      let target = try RequestTarget(target)
      return .handle(
        Request(
          method: method, path: target.path, query: target.query, header: header(), body: body,
          client: client()))
    } catch {
      return .answer(.text("bad request: \(error.reason)", status: .badRequest))
    }
  }

  private func start(method: String, methods: [String], header: () -> [HeaderField]) -> Step {
    hasStarted = true
    guard methods.contains(method) else {
      let allowed = methods.joined(separator: ", ")
      return .answer(
        .text(
          "this address can only be read (\(allowed))", status: .methodNotAllowed,
          header: [HeaderField("Allow", allowed)]))
    }
    let length = header().first { $0.isNamed("Content-Length") }.flatMap { Int($0.value) }
    if let length, length > limits.bodyBytes { return .answer(Self.tooLarge(limits)) }
    return .readOn
  }

  /// Keeps a part of the body; what is over the limit is read and dropped, so that the client hears the answer.
  private func take(_ part: UnsafeBufferPointer<CChar>) -> Step {
    received += part.count
    if received > limits.bodyBytes * 16 { return .close }
    if received > limits.bodyBytes {
      body = []
    } else {
      unsafe body.append(contentsOf: part.lazy.map { UInt8(bitPattern: $0) })
    }
    return .readOn
  }

  private static func tooLarge(_ limits: RequestLimits) -> Response {
    .text(
      "the body of a request may have \(limits.bodyBytes) bytes", status: .contentTooLarge)
  }
}
