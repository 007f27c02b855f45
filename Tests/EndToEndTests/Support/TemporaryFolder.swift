import Foundation
import Testing

/// A folder for one test, removed when the test is done.
struct TemporaryFolder {
  let root: String

  /// Runs `body` with a new folder and removes it afterwards.
  static func with<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("backgrounder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer {
      // A folder that cannot be removed is no fault of the test.
      try? FileManager.default.removeItem(at: url)
    }
    return try body(TemporaryFolder(root: url.path))
  }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  /// Writes a file, with the folders that it needs.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Every file below `name` with its content, by its path.
  func files(_ name: String) throws -> [String: [UInt8]] {
    let root = path(name)
    let names = try #require(FileManager.default.enumerator(atPath: root)).compactMap {
      $0 as? String
    }
    var found: [String: [UInt8]] = [:]
    for inner in names {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: "\(root)/\(inner)", isDirectory: &isFolder)
      if !isFolder.boolValue { found[inner] = try bytes("\(name)/\(inner)") }
    }
    return found
  }
}
