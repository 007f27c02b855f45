import NewsModel
import Primitives

extension CitedText {
  /// What was done to the cited words so that the text can stand alone.
  public enum Edit: Hashable, Sendable {
    /// Words of the source gave way to words in brackets.
    case replaced(String, by: String)
    /// Words in brackets were put in.
    case putIn(String)
    /// Words of the source were left out before what is shown.
    case leftOut(String)
    /// Words were worked out from the cited passages.
    case workedOut(String)
  }

  /// The edits, in the order of the text; empty when it is the source's sentence word for word.
  /// - Complexity: O(bytes of the text · bytes of its first passage) at worst.
  public var edits: [Edit] {
    let cited = Array(citations.first.exact.utf8)
    var edits: [Edit] = []
    var offset = 0
    var pending: String?
    for run in runs {
      switch run {
      case .computed(let words):
        let plain = Self.bracketed(words).words
        if plain.utf8.contains(where: { $0.isASCIILetter || $0.isASCIIDigit }) {
          edits.append(.workedOut(plain))
        }
      case .inserted(let words): pending = Self.bracketed(words).words
      case .source(let words):
        let needle = Array(words.utf8)
        let found = cited.place(of: needle, from: offset) ?? offset
        let gap = Self.gap(cited[offset..<found])
        if let edit = Self.edit(gap: gap, inserted: pending, isFirst: edits.isEmpty && offset == 0)
        {
          edits.append(edit)
        }
        pending = nil
        offset = min(cited.count, found + needle.count)
      }
    }
    if let pending {
      let gap = Self.gap(cited[offset...])
      edits.append(gap.isEmpty ? .putIn(pending) : .replaced(gap, by: pending))
    }
    return edits
  }

  private static func gap(_ bytes: ArraySlice<UInt8>) -> String {
    bracketed(String(decoding: bytes, as: UTF8.self)).words
  }

  private static func edit(gap: String, inserted: String?, isFirst: Bool) -> Edit? {
    if let inserted { return gap.isEmpty ? .putIn(inserted) : .replaced(gap, by: inserted) }
    return gap.isEmpty || !isFirst ? nil : .leftOut(gap)
  }
}

extension [UInt8] {
  /// The first place of `needle` at or after `start`.
  fileprivate func place(of needle: [UInt8], from start: Int) -> Int? {
    guard needle.count <= count - start, let first = needle.first else { return nil }
    return (start...(count - needle.count)).first {
      self[$0] == first && self[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
