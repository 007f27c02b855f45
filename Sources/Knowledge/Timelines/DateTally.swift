/// How many articles speak of a day, by how long after the day they appeared.
///
/// What is still named a week later mattered; what is named only on its own day may not. So a day's weight is the sum of
/// logarithms of these counts, a late mention weighing most. The publication volume of a day stands in for what
/// reports leave unsaid ("the minister resigned", without "today"). The features are those of date selection in DATEWISE
/// (Gholipour Ghalandari and Ifrim, 2020): mentions, publications, the distance between the two.
struct DateTally {
  private var published = 0
  private var before = 0
  private var same = 0
  private var next = 0
  private var week = 0
  private var late = 0

  /// Notes an article that appeared on the day.
  mutating func notePublication() { published += 1 }

  /// Notes an article that names the day and appeared so many days after it; nil when it has no date itself.
  mutating func noteMention(lag: Int?) {
    guard let lag else {
      week += 1
      return
    }
    switch lag {
    case ..<0: before += 1
    case 0: same += 1
    case 1: next += 1
    case 2...7: week += 1
    default: late += 1
    }
  }

  /// The weight of the day.
  ///
  /// The weights were set by reasoning and checked on three topics with editors' timelines; the smallest of the three depends
  /// strongly on them: halving or doubling one can cost 9 to 12 points of the dates' F1.
  var score: Double {
    let parts: [(weight: Float, count: Int)] = [
      (0.3, published), (0.3, before), (0.3, same), (0.7, next), (1, week), (1.5, late),
    ]
    return Double(parts.reduce(Float(0)) { $0 + $1.weight * logarithm(Float(1 + $1.count)) })
  }
}
