import CStanceWeights
import Linguistics
import Primitives

/// The trained stance model's numbers, read where they lie in the program's image.
///
/// The form is the one that `Training/stances/export.py` writes: a head of sixteen numbers, the sizes of
/// all sections, then the sections at multiples of 64 bytes.
@safe struct StanceWeights: Sendable {
  /// The model that is part of the program; nil when its form is not the one that is read here.
  static let builtIn: StanceWeights? = unsafe StanceWeights(
    UnsafeRawBufferPointer(start: stance_weights(), count: stance_weights_size()))

  /// The sizes of a model.
  struct Shape: Sendable, Equatable {
    let width, small, vector, layers, attention, places, hidden, specials: Int
    let words, tags, dependencies, kinds, tasks: Int
  }

  let shape: Shape
  // The image of the program lives as long as the process.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let sections: [Range<Int>]

  private static let magic = Array("BGSTANCE".utf8)
  private static let version = 2

  /// Reads the head; nil when it is not this form or a section lies outside.
  init?(_ bytes: UnsafeRawBufferPointer) {
    func number(_ index: Int) -> Int {
      unsafe Int(bytes.loadUnaligned(fromByteOffset: 8 + 4 * index, as: UInt32.self))
    }
    guard bytes.count >= 72, unsafe Array(bytes[0..<8]) == Self.magic,
      number(0) == Self.version
    else { return nil }
    shape = Shape(
      width: number(1), small: number(2), vector: number(3), layers: number(4),
      attention: number(5), places: number(6), hidden: number(7), specials: number(8),
      words: number(9), tags: number(10), dependencies: number(11), kinds: number(12),
      tasks: number(13))
    let count = number(14)
    guard count < 256, bytes.count >= 72 + 4 * count else { return nil }
    var sections: [Range<Int>] = []
    var start = 72 + 4 * count
    for section in 0..<count {
      start = (start + 63) / 64 * 64
      sections.append(start..<start + number(16 + section))
      start += number(16 + section)
    }
    // The places of attention are the lanes of a vector of four; there are two sets of answers.
    guard start <= bytes.count, shape.places == 4, shape.tasks == 2,
      count == 25 + 4 * shape.layers + 4 * shape.tasks
    else { return nil }
    // Each judge has two pieces of its hidden units over what it is told; the second is several joined.
    let judges = 25 + 4 * shape.layers
    let pooled = shape.width * (shape.places + 4)
    for (section, inputs) in [(judges, pooled), (judges + 4, pooled + 5 + StancePairFacts.count)] {
      let outputs = sections[section + 1].count / 4
      guard outputs > 0, outputs % 64 == 0, sections[section].count == 4 * inputs * outputs,
        sections[section + 2].count == 4 * 5 * outputs / 2, sections[section + 3].count == 4 * 5
      else { return nil }
    }
    self.sections = sections
    unsafe self.bytes = bytes
  }

  /// The sections before the layers, by their place in the file.
  enum Section: Int {
    case wordOffsets, words, slots, vectors, scales, specials, tags, dependencies, kinds
    case tagVectors, dependencyVectors, flagVectors, mixWeights, mixBias, mixGain, mixShift
  }

  /// The number of a section behind the layers.
  func behindLayers(_ number: Int) -> Int { 16 + 4 * shape.layers + number }

  /// The floats of a section.
  func floats(_ section: Int) -> [Float] { elements(section) }
  /// The floats of a section.
  func floats(_ section: Section) -> [Float] { elements(section.rawValue) }

  /// The numbers of a section as they lie in memory.
  func elements<Element: BitwiseCopyable>(_ section: Int) -> [Element] {
    let range = sections[section]
    return unsafe Array(
      UnsafeRawBufferPointer(rebasing: bytes[range]).bindMemory(to: Element.self))
  }

  /// The lines of a section of text.
  func lines(_ section: Section) -> [String] {
    let text: [UInt8] = elements(section.rawValue)
    return String(decoding: text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
