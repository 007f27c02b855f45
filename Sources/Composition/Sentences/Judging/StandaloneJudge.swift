import Primitives

/// How likely a strict reader takes an edited sentence for one that stands alone.
///
/// A logistic regression over `StandaloneFeatures`, learned by `Training/sentences` from sentences that readers judged one by one. The
/// rules of `SentenceEditor` say what may not be shown; this tells which of the rest to prefer.
enum StandaloneJudge {
  private static let weights: [String: Float] = {
    var table: [String: Float] = [:]
    for line in EnglishWords.lines(PackageResources.standalone_weights_tsv) {
      let fields = line.split(separator: "\t")
      if fields.count == 2, let weight = Float(fields[1]) { table[String(fields[0])] = weight }
    }
    return table
  }()

  /// What scores lower is shown only where an article has nothing better: of seven such sentences readers took one for whole.
  static let floor: Float = -0.6

  /// The sum of the weighted features: 0 where either is as likely, above it where it likely stands alone.
  static func score(_ features: StandaloneFeatures) -> Float {
    features.values.reduce(0) { $0 + $1.value * (weights[$1.name] ?? 0) }
  }
}
