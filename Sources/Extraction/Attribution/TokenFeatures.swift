import Linguistics
import Primitives

/// What the model sees of each token, apart from any cue. The order is the one of the weights.
struct TokenFeatures {
  /// Lemma, word, suffix, shape, tag, label, name, head's lemma, head's tag, labels upward, quotation, nearest cue verb
  /// above, frames, place in paragraph, place in sentence, children, constituents that open, that close, children of a cue verb.
  static let tables = FeatureTables(sizes: [
    8192, 4096, 1024, 256, 256, 256, 128, 4096, 1024, 2048, 256, 2048, 512, 256, 128, 2048, 512,
    512, 512,
  ])

  private let text: AttributionText
  private let names: [UInt64]
  private let children: [UInt64]
  private let opens: [Edge]
  private let closes: [Edge]

  /// The constituents that start or end at a token: how many, and the largest.
  private struct Edge {
    var count: UInt64 = 0
    var top: Int32 = -1
  }

  init(_ text: AttributionText, names: [NameSpan], dependencies: [String]) {
    self.text = text
    self.names = Self.hashes(of: names, count: text.count)
    children = Self.children(text, dependencies)
    var opens = [Edge](repeating: Edge(), count: text.count)
    var closes = opens
    let tree = text.tree
    for token in 0..<text.count where tree.rights[token] > tree.lefts[token] {
      let (left, right) = (Int(tree.lefts[token]), Int(tree.rights[token]))
      Self.add(Int32(token), to: &opens[left], tree)
      Self.add(Int32(token), to: &closes[right], tree)
    }
    self.opens = opens
    self.closes = closes
  }

  private static func add(_ token: Int32, to edge: inout Edge, _ tree: TokenTree) {
    edge.count += 1
    if edge.top < 0 || tree.depths[Int(token)] < tree.depths[Int(edge.top)] { edge.top = token }
  }

  /// The rows of all tokens, two for each table.
  func rows() -> [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(text.count * 2 * Self.tables.sizes.count)
    var values: [UInt64] = []
    for token in 0..<text.count {
      values.removeAll(keepingCapacity: true)
      append(token, to: &values)
      Self.tables.appendRows(values, to: &rows)
    }
    return rows
  }

  private func append(_ token: Int, to values: inout [UInt64]) {
    let (words, heads, labels) = (text.words, text.heads, text.labels)
    let head = heads[token]
    let (tag, frames) = (text.tags[token], text.frames[token])
    let offset = head - token
    let direction =
      FeatureHash.bucket(abs(offset), [1, 2, 3, 5, 9]) * 2 + (offset > 0 ? 1 : 0)
    values.append(text.lemmas[token])
    values.append(text.forms[token])
    values.append(FeatureHash.of(words.lower[token].utf8.suffix(3)))
    values.append(shape(token))
    values.append(tag)
    values.append(labels[token])
    values.append(names[token])
    values.append(head == token ? 0 : text.lemmas[head])
    values.append(FeatureHash.mix(text.tags[head], UInt64(direction)))
    values.append(FeatureHash.mix(labels[token], labels[head], labels[heads[head]]))
    values.append(text.quotations.states[token].rawValue * 16 + text.quotations.forms[token])
    values.append(cueAbove(token))
    values.append(FeatureHash.mix(frames, tag))
    values.append(placeInParagraph(token))
    values.append(placeInSentence(token))
    values.append(children[token])
    values.append(value(opens[token]))
    values.append(value(closes[token]))
    values.append(frames > 0 ? FeatureHash.mix(children[token] & 0xFFFFF, 1) : 0)
  }

  private func value(_ edge: Edge) -> UInt64 {
    FeatureHash.mix(edge.top < 0 ? 0 : text.labels[Int(edge.top)], min(edge.count, 4))
  }

  /// The classes of the first byte and of all bytes, and the length.
  private func shape(_ token: Int) -> UInt64 {
    let range = text.words.range(token)
    let bytes = text.words.bytes
    var (upper, lower, digit): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for byte in bytes[range.start..<min(range.end, range.start + 64)] {
      switch byte {
      case 0x41...0x5A: upper += 1
      case 0x61...0x7A: lower += 1
      case 0x30...0x39: digit += 1
      default: break
      }
    }
    let first: UInt64 =
      switch bytes[range.start] {
      case 0x41...0x5A: 1
      case 0x61...0x7A: 2
      case 0x30...0x39: 3
      case 0x80...: 4
      default: 0
      }
    let kind = min(upper, 2) + 3 * min(lower, 2) + 9 * min(digit, 1)
    return first + 5 * kind + 90 * UInt64(min(range.count, 5))
  }

  /// The path to the nearest verb of the cue lexicon above, at most five steps away.
  private func cueAbove(_ token: Int) -> UInt64 {
    var path: UInt64 = 0
    var at = token
    for _ in 0..<5 {
      path = FeatureHash.mix(path, text.labels[at])
      let next = text.heads[at]
      if next == at { return 0 }
      at = next
      if text.frames[at] > 0, text.isVerb[at] {
        return FeatureHash.mix(path, at > token ? 2 : 1)
      }
    }
    return 0
  }

  private func placeInParagraph(_ token: Int) -> UInt64 {
    let paragraph = text.paragraph(of: token)
    let start = FeatureHash.bucket(token - paragraph.lowerBound, [1, 2, 3, 4, 8])
    let number = FeatureHash.bucket(Int(text.words.paragraphOf[token]), [1, 2, 4])
    return UInt64((start * 4 + number) * 4 + FeatureHash.bucket(paragraph.count, [6, 16, 41]))
  }

  private func placeInSentence(_ token: Int) -> UInt64 {
    let sentence = text.words.sentence(of: token)
    let start = FeatureHash.bucket(token - sentence.lowerBound, [1, 2, 3, 6])
    return UInt64(
      start * 5 + FeatureHash.bucket(sentence.upperBound - 1 - token, [1, 2, 3, 6]))
  }

  /// The kind of the name of each token; another value for its first token.
  private static func hashes(of names: [NameSpan], count: Int) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: count)
    for name in names {
      let hash = FeatureHash.of(name.label.utf8)
      for token in name.tokens { hashes[token] = hash }
      if !name.tokens.isEmpty { hashes[name.tokens.lowerBound] = hash &+ 1 }
    }
    return hashes
  }

  /// The labels whose presence among the children counts, before and after the token.
  private static let childLabels: [String: Int] = {
    let labels = """
      nsubj nsubjpass ccomp xcomp dobj mark prep agent advcl relcl acl aux auxpass neg pobj appos det poss \
      pcomp oprd conj cc dative advmod prt parataxis punct
      """
    let places = labels.split(separator: " ").enumerated().map { (String($1), $0) }
    return Dictionary(places) { first, _ in first }
  }()

  private static func children(_ text: AttributionText, _ dependencies: [String]) -> [UInt64] {
    var children = [UInt64](repeating: 0, count: text.count)
    for token in 0..<text.count where text.heads[token] != token {
      guard let label = childLabels[dependencies[token]] else { continue }
      let head = text.heads[token]
      children[head] |= 1 << UInt64(2 * label + (token > head ? 1 : 0))
    }
    return children
  }
}
