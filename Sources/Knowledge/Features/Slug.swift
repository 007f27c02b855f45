import Primitives

/// Names for addresses: lower-case ASCII letters and digits with hyphens between them.
enum Slug {
  /// The longest slug, in bytes; longer names are cut between words.
  static let longest = 60

  /// The slug of a name; a name without ASCII letters or digits gets a digest.
  static func of(_ name: String) -> String {
    var slug: [UInt8] = []
    for byte in AccentFolding.folded(name) {
      if byte.isASCIILetter || byte.isASCIIDigit {
        slug.append(byte.isASCIIUppercase ? byte | 0x20 : byte)
      } else if byte != 0x27, slug.last != 0x2D, !slug.isEmpty {
        slug.append(0x2D)
      }
    }
    if slug.count > longest {
      slug = Array(slug.prefix(longest + 1))
      while let last = slug.last, last != 0x2D { slug.removeLast() }
    }
    while slug.last == 0x2D { slug.removeLast() }
    guard !slug.isEmpty else { return "n" + Digest(of: name).short(10) }
    return String(decoding: slug, as: UTF8.self)
  }

  /// The slug of a name with a number behind it when the slug is taken.
  static func unique(_ name: String, _ taken: inout Set<String>) -> String {
    let slug = of(name)
    var candidate = slug
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(slug)-\(number)"
      number += 1
    }
    return candidate
  }
}
