import Primitives

/// The character set of some bytes.
enum CharacterSet: Equatable {
  case utf8
  case utf16(bigEndian: Bool)
  /// Latin-1 is read as windows-1252, which holds it, as browsers do.
  case windows1252
  /// A set that the system's converter knows by this name.
  case named(String)

  /// The set that a label such as "ISO-8859-1" names; nil when it is no possible label.
  init?(label: String) {
    let name = label.lowercased().utf8.filter { !$0.isASCIIWhitespace && $0 != 0x22 && $0 != 0x27 }
    let text = String(decoding: name, as: UTF8.self)
    let isName = name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_:.".utf8.contains($0) }
    guard isName, !name.isEmpty, name.count <= 40 else { return nil }
    switch text {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "utf-16", "utf-16le", "unicode", "ucs-2", "utf16": self = .utf16(bigEndian: false)
    case "utf-16be": self = .utf16(bigEndian: true)
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii",
      "windows-1252", "cp1252", "x-cp1252", "ansi":
      self = .windows1252
    case "gb2312", "gbk", "gb_2312-80", "x-gbk": self = .named("GB18030")
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": self = .named("CP932")
    case "euc-kr", "ks_c_5601-1987", "ksc5601", "korean": self = .named("CP949")
    case "big5": self = .named("BIG5-HKSCS")
    case "iso-8859-9", "latin5": self = .named("CP1254")
    case "tis-620", "iso-8859-11": self = .named("CP874")
    default: self = .named(text.uppercased())
    }
  }

  /// Whether this program can decode it.
  var isKnown: Bool {
    if case .named(let name) = self { SystemConverter.knows(name) } else { true }
  }

  /// The set and length of the byte order mark that the bytes open with.
  static func byteOrderMark(of bytes: [UInt8]) -> (CharacterSet, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.named("UTF-32LE"), 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.named("UTF-32BE"), 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
    return nil
  }

  /// UTF-16 without a mark: nearly every second byte of Latin text is zero.
  static func withoutMark(_ bytes: [UInt8]) -> CharacterSet? {
    let head = bytes.prefix(512)
    guard head.count >= 8, head.count % 2 == 0 || bytes.count > 512 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let many = head.count * 2 / 5
    if zeros.odd >= many, zeros.even == 0 { return .utf16(bigEndian: false) }
    if zeros.even >= many, zeros.odd == 0 { return .utf16(bigEndian: true) }
    return nil
  }
}
