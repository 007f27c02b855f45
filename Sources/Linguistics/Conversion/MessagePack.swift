/// A value of the MessagePack format, as far as the model's files use it.
enum MessagePack: Hashable, Sendable {
  case none
  case boolean(Bool)
  case integer(UInt64)
  case negative(Int64)
  case double(Double)
  case text(String)
  case binary([UInt8])
  case array([MessagePack])
  case map([Entry])

  /// A key with its value; the order of the file is kept.
  struct Entry: Hashable, Sendable {
    let key: MessagePack
    let value: MessagePack
  }

  /// The value under a key that is text or binary, or nil.
  subscript(key: String) -> MessagePack? {
    guard case .map(let entries) = self else { return nil }
    let wanted = Array(key.utf8)
    return entries.first { $0.key == .text(key) || $0.key == .binary(wanted) }?.value
  }

  /// The element of an array, or nil.
  subscript(index: Int) -> MessagePack? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  var text: String? {
    switch self {
    case .text(let text): text
    case .binary(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }

  var integer: Int? {
    switch self {
    case .integer(let value): Int(exactly: value)
    case .negative(let value): Int(exactly: value)
    default: nil
    }
  }

  var array: [MessagePack]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  var entries: [Entry]? {
    if case .map(let entries) = self { entries } else { nil }
  }
}
