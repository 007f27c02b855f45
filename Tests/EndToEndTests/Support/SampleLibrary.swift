import Foundation

/// A library of the samples: made once, then copied for each test.
enum SampleLibrary {
  /// The folder of the sample articles in the sources.
  static let articles: String = {
    let file = URL(fileURLWithPath: #filePath)
    let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
    return root.appendingPathComponent("samples/articles").path
  }()

  /// Puts a library of the samples into `folder` and returns its path.
  static func copy(to folder: TemporaryFolder) throws -> String {
    for (name, bytes) in try master.get() { try folder.write(name, bytes) }
    return folder.path("news.library")
  }

  private static let master = Result<[String: [UInt8]], any Error> {
    try TemporaryFolder.with { folder in
      _ = try Command("ingest", "--library", folder.path("news.library"), articles).succeed()
      return try folder.files(".")
    }
  }
}
