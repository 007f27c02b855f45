import Engine
import Primitives

/// A file of questions with sentences, one JSON object a line.
struct CandidateFile {
  let path: String
  let showsFeatures: Bool

  private struct Line: Decodable {
    struct Candidate: Decodable { let text: String }
    let question: String
    let candidates: [Candidate]
  }

  private struct Ranked: Encodable {
    let question: String
    let ranking: [Int]
  }

  private struct Featured: Encodable {
    let question: String
    let kind: String
    let features: [[String: Double]]
  }

  /// Writes a line for each question, in the order of the file.
  func rank() throws -> ExitStatus {
    let lines = try JSONLinesFile.lines(of: Line.self, at: path)
    let ranking = CandidateRanking()
    for batch in lines.batches(of: 16).map(Array.init) {
      let showsFeatures = showsFeatures
      let written = parallelMap(batch, width: Processors.count) { line in
        let texts = line.candidates.map(\.text)
        return Result { () throws -> [UInt8] in
          if showsFeatures {
            return try CanonicalJSON.encode(
              Featured(
                question: line.question, kind: ranking.kind(of: line.question),
                features: ranking.features(question: line.question, sentences: texts)))
          }
          return try CanonicalJSON.encode(
            Ranked(
              question: line.question,
              ranking: ranking.ranking(question: line.question, sentences: texts)))
        }
      }
      for line in written { try Console.writeLine(line.get()) }
    }
    return .done
  }
}

extension Array {
  /// The elements in runs of so many.
  func batches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min(count, $0 + size)] }
  }
}
