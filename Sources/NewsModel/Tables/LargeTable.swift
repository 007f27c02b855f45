internal import CTables

/// A table of data files that is too large to be compiled as Swift: 100 KB take the compiler a quarter of a minute as a literal.
public enum LargeTable: Sendable {
  /// The named character references of HTML.
  case characterReferences
  /// What packed analyses are taken to begin with.
  case packingAnalysis
  /// What packed texts are taken to begin with.
  case packingProse
  /// In how many texts of a fixed collection a word occurs.
  case wordFrequencies
  /// The outlines of countries.
  case worldMap

  /// A copy of its bytes, as they stand in the file.
  public var bytes: [UInt8] {
    let table =
      switch self {
      case .characterReferences: unsafe ct_character_references()
      case .packingAnalysis: unsafe ct_packing_analysis()
      case .packingProse: unsafe ct_packing_prose()
      case .wordFrequencies: unsafe ct_word_frequencies()
      case .worldMap: unsafe ct_world_map()
      }
    return unsafe Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
