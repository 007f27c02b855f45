import FoundationEssentials
import HTTPServer
import Primitives

/// What a page may load: only files of its own site, and the one style that a drawing opened by itself carries, told by its digest.
enum ContentPolicy {
  private static let field = "Content-Security-Policy"

  /// The header of every answer.
  static let header: [HeaderField] = ServerSettings.strictHeader.map { given in
    guard given.name == field else { return given }
    return HeaderField(
      field,
      given.value.replacing("style-src 'self'", with: "style-src 'self' '\(drawingStyle)'"))
  }

  /// The same as an element of each page, so that it also holds in an export, whoever serves it; who may frame a page can be said in a header only.
  static let element =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'"

  /// The SHA-256 of the stylesheet of drawings as the policy writes it.
  private static let drawingStyle: String = {
    let digits = Array(Digest(of: PackageResources.drawing_css).hex.utf8)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { place in
      nibble(digits[place]) << 4 | nibble(digits[place + 1])
    }
    return "sha256-\(Data(bytes).base64EncodedString())"
  }()

  private static func nibble(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }
}
