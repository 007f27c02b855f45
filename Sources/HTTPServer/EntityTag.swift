import Primitives

/// The entity tag of an answer, by which a browser asks whether its copy is still good (RFC 9110, section 8.8.3).
struct EntityTag {
  /// The tag with its quotation marks.
  let quoted: String

  /// The tag that a response brought, or one derived from its body; nil for answers that are no pages.
  init?(_ response: Response) {
    guard response.status == .ok else { return nil }
    quoted = "\"\(response.tag ?? Digest(of: response.body).short(32))\""
  }

  /// Whether an `If-None-Match` field names the tag; weak tags count, as the rule for `GET` says.
  func matches(_ field: String?) -> Bool {
    guard let field else { return false }
    return field.split(separator: ",").contains { part in
      var candidate = Substring(part.utf8.drop { $0.isASCIIWhitespace })
      while candidate.utf8.last?.isASCIIWhitespace == true { candidate.removeLast() }
      if candidate == "*" { return true }
      return (candidate.hasPrefix("W/") ? candidate.dropFirst(2) : candidate) == quoted
    }
  }
}
