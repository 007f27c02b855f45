/// An array that cannot be empty.
public struct NonEmpty<Element> {
  /// The first element, which always exists.
  public let first: Element
  /// The other elements.
  public let rest: [Element]

  /// Creates an array of one element or more.
  public init(_ first: Element, _ rest: [Element] = []) {
    self.first = first
    self.rest = rest
  }

  /// Creates the array from a sequence; nil when the sequence is empty.
  public init?(_ elements: some Sequence<Element>) {
    var iterator = elements.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.first = first
    rest = Array(IteratorSequence(iterator))
  }

  /// All elements in order.
  public var elements: [Element] { [first] + rest }
}

extension NonEmpty: Sequence {
  /// Iterates over the elements in order.
  public func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }
}

extension NonEmpty: Sendable where Element: Sendable {}
extension NonEmpty: Equatable where Element: Equatable {}
extension NonEmpty: Hashable where Element: Hashable {}

extension NonEmpty: Codable where Element: Codable {
  /// Reads an array; throws `DecodingError` when it is empty.
  public init(from decoder: any Decoder) throws {
    let all = try [Element](from: decoder)
    guard let value = NonEmpty(all) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "an empty array"))
    }
    self = value
  }

  /// Writes an array.
  public func encode(to encoder: any Encoder) throws {
    try elements.encode(to: encoder)
  }
}
