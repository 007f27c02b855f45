import FoundationEssentials
import Primitives

/// A file of JSON Lines read as a whole; `-` is standard input.
enum JSONLinesFile {
  /// A line that is not what is expected: which, and why.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// The values of the lines that are not blank; the error names the line that cannot be read.
  static func lines<Line: Decodable>(of type: Line.Type, at path: String) throws -> [Line] {
    let file = path == "-" ? "/dev/stdin" : path
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: file))
    } catch {
      throw Fault(description: "\(path) cannot be read; is the path right?")
    }
    return try bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .compactMap { number, line in
        guard !line.allSatisfy(\.isASCIIWhitespace) else { return nil }
        do {
          return try CanonicalJSON.decode(type, from: line)
        } catch {
          throw Fault(description: "\(path):\(number + 1) is not a line of this form (\(error))")
        }
      }
  }
}
