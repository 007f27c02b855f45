import CMicroHTTPD

/// The library's connection: reads the header, sends the answer.
@safe struct Wire {
  private let connection: OpaquePointer

  init(connection: OpaquePointer) {
    unsafe self.connection = unsafe connection
  }

  /// The fields of the request's header; bytes that are not UTF-8 are replaced.
  func header() -> [HeaderField] {
    var fields: [HeaderField] = []
    unsafe withUnsafeMutablePointer(to: &fields) { list in
      _ = unsafe MHD_get_connection_values_n(
        connection, .HEADER_KIND,
        { list, _, name, nameCount, value, valueCount in
          let fields = unsafe list?.assumingMemoryBound(to: [HeaderField].self)
          unsafe fields?.pointee.append(
            HeaderField(Wire.text(name, nameCount), Wire.text(value, valueCount)))
          return .YES
        }, list)
    }
    return fields
  }

  /// The client's IP address as text; empty when it is not known.
  var client: String {
    var text = [CChar](repeating: 0, count: 64)
    let isKnown = unsafe text.withUnsafeMutableBufferPointer {
      unsafe bg_client_address(connection, $0.baseAddress, UInt32($0.count))
    }
    guard isKnown == 1 else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Sends an answer; an unchanged page is answered with 304 and no body.
  func send(_ response: Response, to request: Request?, _ common: [HeaderField]) -> MHD_Result {
    let tag = EntityTag(response)
    let isUnchanged = tag?.matches(request?.field("If-None-Match")) ?? false
    let body = isUnchanged ? [] : response.body
    let answer = unsafe body.withUnsafeBytes {
      unsafe MHD_create_response_from_buffer(
        $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
    }
    guard let answer = unsafe answer else { return .NO }
    defer { unsafe MHD_destroy_response(answer) }
    // What an answer says itself stands in place of what every answer says.
    let own = response.header
    var header = common.filter { field in !own.contains { $0.isNamed(field.name) } } + own
    if let tag { header.append(HeaderField("ETag", tag.quoted)) }
    if !header.contains(where: { $0.isNamed("Cache-Control") }) {
      header.append(HeaderField("Cache-Control", "no-cache"))
    }
    for field in header where Self.isSafe(field) {
      _ = unsafe MHD_add_response_header(answer, field.name, field.value)
    }
    let status = isUnchanged ? .notModified : response.status
    return unsafe MHD_queue_response(connection, UInt32(status.rawValue), answer)
  }

  /// A line break in a field would let its value start another field.
  private static func isSafe(_ field: HeaderField) -> Bool {
    (field.name + field.value).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let start = unsafe start else { return "" }
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
