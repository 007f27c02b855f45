/// Why a server could not start.
public enum ServerError: Error, Hashable {
  /// Another program listens on the port.
  case portInUse(port: UInt16, address: String)
  /// The system keeps the port for programs with more rights.
  case portNotPermitted(port: UInt16)
  /// The text is no IP address.
  case malformedAddress(String)
  /// No network card of this machine has the address.
  case unknownAddress(String)
  /// The system refused for another reason.
  case refused(call: String, code: Int32, reason: String)
}

extension ServerError: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .portInUse(let port, let address):
      """
      port \(port) on \(address) is in use by another program: stop that program, or choose another \
      port with --port (0 takes any free one)
      """
    case .portNotPermitted(let port):
      "port \(port) is kept for programs with more rights: choose one above 1023 with --port"
    case .malformedAddress(let address):
      "\"\(address)\" is not an IP address: give one such as 127.0.0.1, ::1 or 0.0.0.0"
    case .unknownAddress(let address):
      "this machine does not have the address \(address): give 127.0.0.1, or 0.0.0.0 for all"
    case .refused(let call, let code, let reason):
      "the system refused to start the server (\(call): \(reason), error \(code)): try again"
    }
  }
}
