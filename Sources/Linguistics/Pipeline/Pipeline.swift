public import Primitives
import Synchronization

/// The trained engine: reads English with the weights of spaCy's `en_core_web_sm`.
///
/// The tokens are spaCy's: a run of white space other than a single space is a token of its own,
/// with the tag `_SP` and the part of speech `SPACE`. The result depends on the text and the model
/// alone: not on the texts before, the number of workers or the instruction set.
///
/// ```swift
/// let pipeline = try Pipeline(modelAt: try ModelLocation.find())
/// let annotated = pipeline.annotate(UTF8Text("Ministers met in Oslo on Monday."))
/// ```
public final class Pipeline: Sendable {
  private let model: LanguageModel
  private let level: InstructionSet
  // Workers that are not in use; each keeps what it learned about words.
  private let idle = Mutex<[Worker]>([])

  /// Opens a model file; throws `ModelError` when it is missing, foreign or damaged.
  /// - Complexity: about 15 ms.
  public convenience init(modelAt path: String) throws {
    try self.init(modelAt: path, level: .best)
  }

  /// Opens a model file and computes with the given instructions, which the processor must have.
  init(modelAt path: String, level: InstructionSet) throws {
    model = try LanguageModel(try ModelFile(path: path))
    self.level = level
  }

  /// The name and version of the model, as `en_core_web_sm 3.8.0`.
  public var modelName: String {
    let parts = model.information
    return parts.count == 3 ? "\(parts[0])_\(parts[1]) \(parts[2])" : parts.joined(separator: " ")
  }

  /// Checks every byte of a model file against its SHA-256 and reads all its parts.
  /// - Returns: The name and version of the model.
  /// - Complexity: about 60 ms.
  public static func verify(modelAt path: String) throws -> String {
    try ModelFile(path: path).verify()
    return try Pipeline(modelAt: path).modelName
  }

  /// Annotates a text: tokens, sentences, names and grammar. Any text gives a result.
  /// - Complexity: O(bytes).
  public func annotate(_ text: UTF8Text) -> AnnotatedText {
    let worker = idle.withLock { $0.popLast() } ?? Worker(model, level)
    defer {
      worker.rest()
      idle.withLock { $0.append(worker) }
    }
    return worker.annotate(text)
  }

  /// Annotates many texts on so many workers at once; the results come in the order of the texts.
  public func annotate(_ texts: [UTF8Text], workers: Int) async -> [AnnotatedText] {
    let queue = IndexQueue(count: texts.count)
    return await withTaskGroup(of: [(Int, AnnotatedText)].self) { group in
      for _ in 0..<max(1, min(workers, texts.count)) {
        group.addTask { self.drain(texts, queue) }
      }
      var all: [AnnotatedText?] = Array(repeating: nil, count: texts.count)
      for await part in group {
        for (index, annotated) in part { all[index] = annotated }
      }
      return all.compactMap { $0 }
    }
  }

  private func drain(_ texts: [UTF8Text], _ queue: IndexQueue) -> [(Int, AnnotatedText)] {
    var results: [(Int, AnnotatedText)] = []
    while let index = queue.next() { results.append((index, annotate(texts[index]))) }
    return results
  }
}

/// Hands out the numbers 0, 1, 2, ... to several workers, each once.
private final class IndexQueue: Sendable {
  private let count: Int
  private let position = Mutex(0)

  init(count: Int) {
    self.count = count
  }

  func next() -> Int? {
    position.withLock { position in
      guard position < count else { return nil }
      defer { position += 1 }
      return position
    }
  }
}
