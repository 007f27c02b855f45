import FoundationEssentials

/// JSON in one canonical form: sorted keys, no white space, slashes not escaped, UTF-8.
///
/// Equal values give equal bytes, so that they can be digested and compared.
public enum CanonicalJSON {
  /// Encodes a value on one line, without the line feed.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  /// Encodes a value as a `String`.
  public static func string(_ value: some Encodable) throws -> String {
    String(decoding: try encode(value), as: UTF8.self)
  }

  /// Decodes a value from UTF-8 bytes.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: some Sequence<UInt8>
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
