import Foundation
import Testing

/// A file whose first line is longer than any article, with a good article on the second.
struct HugeLine {
  let megabytes: Int

  /// Writes the file piece by piece and returns its path.
  func write(to path: String) throws -> String {
    try #require(FileManager.default.createFile(atPath: path, contents: nil))
    let file = try #require(FileHandle(forWritingAtPath: path))
    let piece = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
    try file.write(contentsOf: Data("{\"text\": \"".utf8))
    for _ in 0..<megabytes { try file.write(contentsOf: piece) }
    try file.write(contentsOf: Data("\"}\n\(try NewsSample.lines(0..<1))".utf8))
    try file.close()
    return path
  }
}
