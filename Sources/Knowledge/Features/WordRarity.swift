import NewsModel

/// How much a word tells: the logarithm of how rarely texts use it.
///
/// The counts are those of a fixed collection (`word-frequencies.tsv`, made by `Training/words`), not those of the
/// library: so the likeness of two articles depends on nothing but the two, and a new article changes only what
/// is near it.
enum WordRarity {
  /// The rarity of a word that the collection does not have often enough to count.
  private static let rarest = logarithm(Float(total + 10) / smoothing)
  /// Counts below this tell nothing, and neither does a difference of one or two.
  private static let smoothing: Float = 5

  private static let rows = LanguageList.rows(of: LargeTable.wordFrequencies.bytes)
  /// How many texts were counted, in the first row.
  private static let total = rows.first.flatMap { Int($0.last ?? "") } ?? 1

  /// In how many of the counted texts each stem occurs, by the hash of the stem.
  private static let counts: [UInt64: Float] = {
    var counts: [UInt64: Float] = [:]
    for row in rows.dropFirst() where row.count == 2 {
      counts[StableHash.of(row[0].utf8)] = Float(row[1])
    }
    return counts
  }()

  /// The rarity of a stem, at least 0.05.
  static func of(_ stem: UInt64) -> Float {
    guard let count = counts[stem] else { return rarest }
    return max(0.05, logarithm(Float(total + 10) / (count + smoothing)))
  }

  /// Of a thousand texts, how many use a stem.
  static func perThousand(_ stem: UInt64) -> Double {
    Double(counts[stem] ?? 0) * 1000 / Double(max(1, total))
  }
}
