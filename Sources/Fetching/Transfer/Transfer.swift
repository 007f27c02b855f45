import CCurl
import Glibc

/// One HTTP exchange by libcurl, without redirects: one connection, one answer.
@safe
final class Transfer {
  /// What the server answered.
  struct Answer {
    var status = 0
    var headers: [String: String] = [:]
    var body: [UInt8] = []
  }

  private let policy: FetchPolicy
  private let body: [UInt8]?
  private var answer = Answer()
  private var isTooLarge = false
  private var refusedAddress: String?

  private init(policy: FetchPolicy, body: [UInt8]?) {
    self.policy = policy
    self.body = body
  }

  /// Asks for an address, by POST when there is a body to send; throws `FetchError` when no answer came or it must not be taken.
  static func perform(
    _ address: WebAddress, headers: [String], policy: FetchPolicy, body: [UInt8]? = nil
  ) throws -> Answer {
    let transfer = Transfer(policy: policy, body: body)
    try transfer.run(address, headers: headers)
    return transfer.answer
  }

  private func run(_ address: WebAddress, headers: [String]) throws {
    guard let handle = unsafe curl_easy_init() else {
      throw FetchError.transfer(url: address.url, reason: "libcurl could not be started")
    }
    defer { unsafe curl_easy_cleanup(handle) }
    var list: UnsafeMutablePointer<curl_slist>?
    defer { unsafe curl_slist_free_all(list) }
    for header in headers { unsafe list = curl_slist_append(list, header) }
    unsafe configure(handle, address, list)
    let code = unsafe curl_easy_perform(handle)
    if let refusedAddress {
      throw FetchError.privateAddress(url: address.url, address: refusedAddress)
    }
    if isTooLarge { throw FetchError.tooLarge(url: address.url, limit: policy.maximumBytes) }
    if code == CURLE_ABORTED_BY_CALLBACK, policy.isCancelled() {
      throw FetchError.cancelled(url: address.url)
    }
    guard code == CURLE_OK else {
      let reason = unsafe String(cString: curl_easy_strerror(code)).lowercased()
      throw FetchError.transfer(url: address.url, reason: reason)
    }
    var status = 0
    unsafe backgrounder_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    answer.status = status
  }

  private func configure(
    _ handle: UnsafeMutableRawPointer, _ address: WebAddress,
    _ headers: UnsafeMutablePointer<curl_slist>?
  ) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe backgrounder_set_string(handle, CURLOPT_URL, address.url)
    unsafe backgrounder_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    unsafe backgrounder_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    unsafe backgrounder_set_string(handle, CURLOPT_USERAGENT, policy.userAgent)
    // Every encoding that libcurl knows; the limit counts decompressed bytes.
    unsafe backgrounder_set_string(handle, CURLOPT_ACCEPT_ENCODING, "")
    unsafe backgrounder_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
    unsafe backgrounder_set_long(handle, CURLOPT_TIMEOUT, policy.timeoutSeconds)
    unsafe backgrounder_set_long(handle, CURLOPT_CONNECTTIMEOUT, policy.connectSeconds)
    unsafe backgrounder_set_long(handle, CURLOPT_NOSIGNAL, 1)
    if let body {
      unsafe backgrounder_set_long(handle, CURLOPT_POST, 1)
      unsafe backgrounder_set_long(handle, CURLOPT_POSTFIELDSIZE, body.count)
      unsafe body.withUnsafeBytes { bytes in
        // libcurl makes a copy of its own.
        _ = unsafe backgrounder_set_pointer(
          handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
      }
    }
    // A proxy would connect for us, past the check of addresses.
    unsafe backgrounder_set_string(handle, CURLOPT_PROXY, "")
    unsafe backgrounder_set_data_function(handle, CURLOPT_WRITEFUNCTION, receiveBody)
    unsafe backgrounder_set_pointer(handle, CURLOPT_WRITEDATA, context)
    unsafe backgrounder_set_data_function(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
    unsafe backgrounder_set_pointer(handle, CURLOPT_HEADERDATA, context)
    unsafe backgrounder_set_long(handle, CURLOPT_NOPROGRESS, 0)
    unsafe backgrounder_set_progress_function(handle, askWhetherToGoOn)
    unsafe backgrounder_set_pointer(handle, CURLOPT_XFERINFODATA, context)
    unsafe backgrounder_set_socket_function(handle, openSocket)
    unsafe backgrounder_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
  }

  /// Takes a piece of the body; false ends the transfer.
  fileprivate func take(body piece: UnsafeRawBufferPointer) -> Bool {
    guard answer.body.count + piece.count <= policy.maximumBytes else {
      isTooLarge = true
      return false
    }
    unsafe answer.body.append(contentsOf: piece)
    return true
  }

  /// Takes a header line; a status line starts a new set. Bounded, for a server that never ends them.
  fileprivate func take(header line: UnsafeRawBufferPointer) -> Bool {
    let text = unsafe String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") { answer.headers = [:] }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
    guard answer.headers.count < 200, text.utf8.count < 16_384 else { return false }
    let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    answer.headers[text[..<colon].lowercased()] = String(
      value.prefix { $0 != "\r" && $0 != "\n" && $0 != "\r\n" })
    return true
  }

  /// Whether the transfer is to end before its time.
  fileprivate var isCancelled: Bool { policy.isCancelled() }

  /// Opens the socket to an address that was looked up, unless it is a private one.
  ///
  /// The check is made on the very address that is connected to, so no name can change in between.
  fileprivate func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = unsafe backgrounder_address_bytes(address, &bytes)
    let known = Array(bytes.prefix(Int(count)))
    let (isPublic, name) = Self.judge(known)
    let isOwn = policy.allowsLoopback && AddressGuard.isLoopback(known)
    guard isPublic || policy.allowsPrivateAddresses || isOwn else {
      refusedAddress = name
      return -1
    }
    return unsafe socket(
      address.pointee.family, address.pointee.socktype, address.pointee.protocol)
  }

  private static func judge(_ bytes: [UInt8]) -> (isPublic: Bool, name: String) {
    switch bytes.count {
    case 4:
      let name = bytes.map { String($0) }.joined(separator: ".")
      return (AddressGuard.isPublic(ipv4: bytes), name)
    case 16:
      let groups = stride(from: 0, to: 16, by: 2).map {
        String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
      }
      return (AddressGuard.isPublic(ipv6: bytes), groups.joined(separator: ":"))
    default: return (false, "an address of an unknown kind")
    }
  }
}

private func receiveBody(
  _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let piece = unsafe UnsafeRawBufferPointer(start: data, count: size * count)
  return unsafe transfer.take(body: piece) ? size * count : 0
}

private func receiveHeader(
  _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let line = unsafe UnsafeRawBufferPointer(start: data, count: size * count)
  return unsafe transfer.take(header: line) ? size * count : 0
}

private func openSocket(
  _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
  guard let context = unsafe context, let address = unsafe address else { return -1 }
  return unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().open(address)
}

private func askWhetherToGoOn(
  _ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  guard let context = unsafe context else { return 1 }
  return unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
}
