/// Runs a program over text by following all paths at once, in the order of preference.
///
/// The time is linear in the text, whatever the pattern: no path is followed twice from one place.
/// A matcher keeps scratch memory and so belongs to one thread.
struct PatternMatcher {
  private let program: PatternProgram
  private var inner: [PatternMatcher]
  private var current: [Int] = []
  private var next: [Int] = []
  private var stack: [Int] = []
  // The step at which an instruction was last added, so that it is added once only.
  private var marks: [Int]
  private var step = 0

  /// Creates a matcher of the program.
  init(_ program: PatternProgram) {
    self.program = program
    inner = program.programs.map(PatternMatcher.init)
    marks = Array(repeating: -1, count: program.instructions.count)
  }

  /// Which of several matches from one place is wanted.
  enum Preference { case preferred, longest, any }

  /// The place where a match from `place` ends, within the window; nil when there is none.
  ///
  /// The text outside the window does not exist for the pattern.
  mutating func match(
    _ text: [UInt32], in window: Range<Int>, from place: Int, _ preference: Preference
  ) -> Int? {
    var found: Int?
    var position = place
    step &+= 1
    next.removeAll(keepingCapacity: true)
    add(0, text, window, position)
    swap(&current, &next)
    while !current.isEmpty {
      step &+= 1
      next.removeAll(keepingCapacity: true)
      let scalar = scalar(text, window, at: position, isAhead: program.isForward)
      let after = program.isForward ? position + 1 : position - 1
      threads: for thread in current {
        switch program.instructions[thread] {
        case .match:
          found = position
          if preference == .any { return found }
          if preference == .preferred { break threads }
        case .set(let set):
          if let scalar, program.sets[set].contains(scalar) {
            add(thread + 1, text, window, after)
          }
        default: break
        }
      }
      swap(&current, &next)
      position = after
    }
    return found
  }

  /// All matches in the window from left to right, none overlapping.
  mutating func matches(_ text: [UInt32], in window: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var place = window.lowerBound
    while place < window.upperBound {
      if canBegin(text[place]), let end = match(text, in: window, from: place, .preferred) {
        result.append(place..<end)
        place = max(end, place + 1)
      } else {
        place += 1
      }
    }
    return result
  }

  /// Whether a match can begin with the scalar.
  func canBegin(_ scalar: UInt32) -> Bool {
    guard let first = program.firstASCII, scalar < 128 else { return true }
    return (scalar < 64 ? first.0 >> UInt64(scalar) : first.1 >> UInt64(scalar - 64)) & 1 == 1
  }

  private func scalar(_ text: [UInt32], _ window: Range<Int>, at place: Int, isAhead: Bool)
    -> UInt32?
  {
    let index = isAhead ? place : place - 1
    return window.contains(index) ? text[index] : nil
  }

  /// Adds to `next` the instruction and all that can be reached from it without consuming a scalar.
  private mutating func add(_ first: Int, _ text: [UInt32], _ window: Range<Int>, _ place: Int) {
    stack.append(first)
    while let index = stack.popLast() {
      guard marks[index] != step else { continue }
      marks[index] = step
      switch program.instructions[index] {
      case .set, .match: next.append(index)
      case .jump(let target): stack.append(target)
      case .split(let one, let two):
        stack.append(two)
        stack.append(one)
      case .atStart: if place == window.lowerBound { stack.append(index + 1) }
      case .atEnd: if place == window.upperBound { stack.append(index + 1) }
      case .neighbour(let set, let isAhead, let isNegated):
        let neighbour = scalar(text, window, at: place, isAhead: isAhead)
        let isMember = neighbour.map { program.sets[set].contains($0) } ?? false
        if isMember != isNegated { stack.append(index + 1) }
      case .look(let number, let isNegated):
        let found = inner[number].match(text, in: window, from: place, .any) != nil
        if found != isNegated { stack.append(index + 1) }
      }
    }
  }
}
