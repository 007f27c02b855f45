/// A value that can be bound to a statement.
enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int)
  case text(String)
  case blob([UInt8])

  static func text(_ string: String?) -> SQLiteValue { string.map(SQLiteValue.text) ?? .null }
  static func bool(_ flag: Bool) -> SQLiteValue { .integer(flag ? 1 : 0) }
}

extension SQLiteValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
}

extension SQLiteValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
