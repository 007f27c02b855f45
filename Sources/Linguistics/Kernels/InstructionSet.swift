import CNeuralKernels

/// The vector instructions that the arithmetic uses; the results are the same bits with each.
enum InstructionSet: Int32, CaseIterable, Sendable {
  case portable = 0
  case avx2 = 1
  case avx512 = 2

  /// The widest that this processor has.
  static let best = InstructionSet(rawValue: nk_best_level()) ?? .portable

  /// Those that this processor can run.
  static var available: [InstructionSet] { allCases.filter { $0.rawValue <= best.rawValue } }
}
