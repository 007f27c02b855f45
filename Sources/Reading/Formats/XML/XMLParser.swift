import CXML2
import Primitives

/// Parses XML by libxml2, without a document type, an entity or the network.
///
/// `EntityPass` has taken the document type out before, so that libxml2 never sees an entity. What is
/// not well-formed is read as far as libxml2 can recover; the tree tells what was wrong.
enum XMLParser {
  /// Elements may nest so deep; libxml2 itself stops at 256.
  static let depthLimit = 200

  /// Elements and texts of one document, so that its tree stays below 300 MB.
  static let nodeLimit = 4_000_000

  /// Parses a document in UTF-8.
  static func parse(_ bytes: [UInt8]) throws(ReadingFault) -> XMLDocument {
    let report = XMLReport()
    run(try EntityPass.run(bytes), report)
    if let fault = report.fault { throw ReadingFault(fault) }
    report.tree.finish()
    guard !report.tree.nodes.isEmpty else {
      throw ReadingFault(.brokenXML(report.damage?.what ?? "it has no element"))
    }
    return XMLDocument(report.tree, damage: report.damage)
  }

  private static func run(_ bytes: [UInt8], _ report: XMLReport) {
    unsafe bytes.withUnsafeBytes { buffer in
      guard
        let context = unsafe xmlCreateMemoryParserCtxt(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count)),
        let handler = unsafe context.pointee.sax
      else { return }
      defer { unsafe xmlFreeParserCtxt(context) }
      // NOENT turns "&amp;" in attributes into "&"; there is no document type left to expand.
      let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
      _ = unsafe xmlCtxtUseOptions(context, Int32(options))
      report.stop = { unsafe xmlStopParser(context) }
      unsafe handler.pointee = handlers()
      unsafe context.pointee.userData = Unmanaged.passUnretained(report).toOpaque()
      _ = unsafe xmlParseDocument(context)
      report.stop = nil
      unsafe note(context, report)
    }
  }

  /// Takes over what libxml2 found wrong.
  private static func note(_ context: xmlParserCtxtPtr, _ report: XMLReport) {
    let breaksOff = !report.tree.open.isEmpty
    guard unsafe context.pointee.wellFormed == 0 || breaksOff else { return }
    if report.damage == nil || breaksOff {
      report.damage = XMLDocument.Damage(
        line: report.damage?.line ?? 1, what: report.damage?.what ?? "it breaks off",
        breaksOff: breaksOff)
    }
  }

  private static func handlers() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = { data, local, prefix, uri, _, _, count, _, attributes in
      guard let report = unsafe XMLReport.at(data), let local = unsafe XMLParser.string(local)
      else { return }
      unsafe report.start(
        local, XMLParser.string(prefix), XMLParser.string(uri),
        XMLParser.list(attributes, count: Int(count)))
    }
    unsafe handler.endElementNs = { data, _, _, _ in
      unsafe XMLReport.at(data)?.tree.end()
    }
    unsafe handler.characters = characters
    // The same function for all three tells libxml2 to keep white space.
    unsafe handler.ignorableWhitespace = characters
    unsafe handler.cdataBlock = characters
    unsafe handler.serror = { data, error in
      guard let report = unsafe XMLReport.at(data), let error = unsafe error?.pointee,
        unsafe error.level == XML_ERR_FATAL, report.damage == nil
      else { return }
      let words = unsafe error.message.map { unsafe String(cString: $0) } ?? "unknown error"
      report.damage = unsafe XMLDocument.Damage(
        line: Int(error.line), what: XMLReport.sentence(words), breaksOff: false)
    }
    return unsafe handler
  }

  private static let characters: charactersSAXFunc = { data, text, length in
    guard let report = unsafe XMLReport.at(data), let text = unsafe text else { return }
    unsafe report.take(Array(UnsafeBufferPointer(start: text, count: Int(length))))
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    unsafe text.map { unsafe String(cString: $0) }
  }

  /// Attributes come as five pointers each: name, prefix, namespace, start and end of the value.
  private static func list(
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) -> [(local: String, prefix: String?, namespace: String?, value: [UInt8])] {
    guard let pointers = unsafe pointers else { return [] }
    return (0..<count).compactMap { index in
      let first = index * 5
      guard let local = unsafe string(pointers[first]), let start = unsafe pointers[first + 3],
        let end = unsafe pointers[first + 4]
      else { return nil }
      let value = unsafe Array(UnsafeBufferPointer(start: start, count: end - start))
      return unsafe (local, string(pointers[first + 1]), string(pointers[first + 2]), value)
    }
  }
}

/// What the parser reports while it runs.
private final class XMLReport {
  var tree = XMLTreeBuilder()
  var damage: XMLDocument.Damage?
  var fault: RefusalReason?
  var stop: (() -> Void)?

  /// The report behind libxml2's user data; it outlives the parser.
  static func at(_ data: UnsafeMutableRawPointer?) -> XMLReport? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<XMLReport>.fromOpaque(data).takeUnretainedValue()
  }

  func start(
    _ local: String, _ prefix: String?, _ namespace: String?,
    _ attributes: [(local: String, prefix: String?, namespace: String?, value: [UInt8])]
  ) {
    guard fault == nil else { return }
    tree.start(local: local, prefix: prefix, namespace: namespace)
    tree.attach(attributes)
    if tree.open.count > XMLParser.depthLimit { refuse(.tooDeep(limit: XMLParser.depthLimit)) }
    if tree.nodes.count > XMLParser.nodeLimit { refuse(.markupTooHeavy) }
  }

  func take(_ text: [UInt8]) {
    if fault == nil { tree.text(text) }
  }

  private func refuse(_ reason: RefusalReason) {
    fault = reason
    stop?()
  }

  /// libxml2's message as the part of a sentence: one line, no point, lower case.
  static func sentence(_ message: String) -> String {
    let line = message.prefix { $0 != "\n" }
    return line.prefix(1).lowercased() + line.dropFirst()
  }
}
