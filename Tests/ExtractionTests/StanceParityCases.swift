// Made by Training/stances/parity.py from random numbers and the trained weights.

/// Inputs of the stance model with the answers that the training program's model gives.
struct StanceParityCase: Sendable {
  let rows, tags, dependencies: [Int32]
  let heads: [Int]
  let quoted: [Int32]
  let first, second: Range<Int>
  let asked, article: [Float]

  static let all: [StanceParityCase] = [
    StanceParityCase(
      rows: [16110, 19333, 544, 19404, 11260, 12376, 15136, 6864, 23525],
      tags: [2, 14, 19, 29, 20, 6, 2, 0, 2],
      dependencies: [6, 45, 8, 30, 34, 10, 12, 20, 12],
      heads: [0, 0, 1, 0, 3, 3, 5, 0, 3], quoted: [1, 0, 1, 1, 1, 0, 1, 1, 1],
      first: 0..<2, second: 6..<7,
      asked: [0.567341, 0.232758, 0.058603, 0.092391, 0.048907],
      article: [0.717604, 0.126796, 0.037760, 0.078128, 0.039712]),
    StanceParityCase(
      rows: [
        6519, 8682, 21126, 4488, 1542, 8980, 16311, 2936, 20896, 8191, 5459, 13076, 21505, 21229,
      ],
      tags: [44, 15, 0, 39, 36, 39, 0, 1, 25, 17, 22, 47, 10, 26],
      dependencies: [14, 13, 37, 7, 14, 5, 6, 12, 32, 26, 20, 7, 36, 36],
      heads: [0, 0, 0, 0, 1, 0, 4, 3, 4, 2, 5, 10, 2, 9],
      quoted: [0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0],
      first: 3..<4, second: 4..<6,
      asked: [0.781065, 0.085166, 0.032222, 0.067166, 0.034381],
      article: [0.786588, 0.066504, 0.030565, 0.081377, 0.034965]),
    StanceParityCase(
      rows: [22490, 6455, 13357, 16202, 5767],
      tags: [16, 37, 10, 34, 48],
      dependencies: [31, 29, 21, 44, 10],
      heads: [0, 0, 0, 1, 2], quoted: [0, 0, 1, 1, 1],
      first: 1..<2, second: 4..<5,
      asked: [0.744635, 0.078279, 0.018167, 0.131801, 0.027118],
      article: [0.733930, 0.073506, 0.028050, 0.115563, 0.048951]),
  ]
}
