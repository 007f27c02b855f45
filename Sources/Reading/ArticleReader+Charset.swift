extension ArticleReader {
  /// Reads content that a server declared a character set for, which counts before what the content declares.
  ///
  /// Content that is UTF-8 is read as that whatever the server says; content that is not text is left as it is.
  public func read(
    bytes: [UInt8], name: String, charset: String?, each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard let charset, charset != "utf-8", charset != "utf8" else {
      return try read(bytes: bytes, name: name, each: each)
    }
    // What cannot be decoded is refused with its reason when it is read.
    let text = try? TextDecoder.decode(bytes, declared: charset)
    try read(bytes: text ?? bytes, name: name, each: each)
  }
}
