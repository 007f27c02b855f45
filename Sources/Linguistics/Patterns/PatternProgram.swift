/// A pattern as instructions for `PatternMatcher`, for reading text forwards or backwards.
struct PatternProgram: Sendable {
  /// One step; threads that follow several paths keep the order of preference.
  enum Instruction: Sendable {
    /// Consumes a scalar of a set.
    case set(Int)
    /// Goes on at both places, rather at the first.
    case split(Int, Int)
    case jump(Int)
    /// Goes on if the neighbouring scalar, ahead or behind, is or is not in a set.
    case neighbour(set: Int, isAhead: Bool, isNegated: Bool)
    /// Goes on if another program matches, or does not match, from here.
    case look(program: Int, isNegated: Bool)
    case atStart
    case atEnd
    case match
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  private(set) var programs: [PatternProgram] = []
  /// Whether the program consumes the text from its start towards its end.
  let isForward: Bool
  /// The ASCII characters that a match can begin with; nil when every place must be tried.
  let firstASCII: (UInt64, UInt64)?

  /// Compiles the pattern.
  init(_ pattern: Pattern, isForward: Bool = true) {
    self.isForward = isForward
    firstASCII = pattern.firstSets.map { sets in
      sets.reduce((0, 0)) { ($0.0 | $1.asciiBits.0, $0.1 | $1.asciiBits.1) }
    }
    add(pattern)
    instructions.append(.match)
  }

  private mutating func index(of set: ScalarSet) -> Int {
    if let index = sets.firstIndex(of: set) { return index }
    sets.append(set)
    return sets.count - 1
  }

  private mutating func add(_ pattern: Pattern) {
    switch pattern {
    case .set(let set): instructions.append(.set(index(of: set)))
    case .sequence(let parts): for part in isForward ? parts : parts.reversed() { add(part) }
    case .choice(let parts): addChoice(parts)
    case .repeated(let part, let least, let most): addRepeated(part, least, most)
    case .look(.set(let set), let isAhead, let isNegated):
      instructions.append(
        .neighbour(set: index(of: set), isAhead: isAhead, isNegated: isNegated))
    case .look(let inner, let isAhead, let isNegated):
      programs.append(PatternProgram(inner, isForward: isAhead))
      instructions.append(.look(program: programs.count - 1, isNegated: isNegated))
    case .start: instructions.append(.atStart)
    case .end: instructions.append(.atEnd)
    }
  }

  private mutating func addChoice(_ parts: [Pattern]) {
    var jumps: [Int] = []
    for (number, part) in parts.enumerated() {
      let isLast = number == parts.count - 1
      let split = instructions.count
      if !isLast { instructions.append(.split(split + 1, 0)) }
      add(part)
      if !isLast {
        jumps.append(instructions.count)
        instructions.append(.jump(0))
        instructions[split] = .split(split + 1, instructions.count)
      }
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func addRepeated(_ part: Pattern, _ least: Int, _ most: Int?) {
    for _ in 0..<least { add(part) }
    guard let most else {
      let split = instructions.count
      instructions.append(.split(split + 1, 0))
      add(part)
      instructions.append(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(instructions.count)
      instructions.append(.split(0, 0))
      add(part)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }
}
