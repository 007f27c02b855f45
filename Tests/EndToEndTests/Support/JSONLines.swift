import Foundation
import Testing

/// Output of one JSON object a line, as loose values: the tests read it as another program would.
struct JSONLines {
  let objects: [[String: Any]]

  init(_ output: String) throws {
    objects = try output.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        "no JSON object: \(line.prefix(80))")
    }
  }

  /// A text field of every object; an object without it fails the test.
  func texts(_ field: String) throws -> [String] {
    try objects.map { try #require($0[field] as? String, "no \(field) in \($0.keys.sorted())") }
  }
}
