/// The state of the arc-eager parser: a stack, a buffer, and the arcs drawn so far.
struct ParserState {
  let count: Int
  private(set) var heads: [Int32]
  private(set) var labels: [UInt16]
  private(set) var stack: [Int32] = []
  // Tokens that went back to the buffer; the last is its front.
  private var returned: [Int32] = []
  private var next = 0
  // The child that was attached last on either side, and the one before it on the right.
  private var lastLeft: [Int32]
  private var lastRight: [Int32]
  private var previousRight: [Int32]
  private var isReturned: [Bool]
  private var isStart: [Bool]

  /// The state before the first transition over so many tokens.
  init(count: Int) {
    self.count = count
    heads = Array(repeating: -1, count: count)
    labels = Array(repeating: 0, count: count)
    lastLeft = heads
    lastRight = heads
    previousRight = heads
    isReturned = Array(repeating: false, count: count)
    isStart = isReturned
    if count > 0 { isStart[0] = true }
  }

  /// How many tokens the buffer holds.
  var bufferCount: Int { count - next + returned.count }
  /// Whether there is nothing left to do.
  var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

  /// The token at a depth of the stack, or -1.
  func stacked(_ depth: Int) -> Int {
    depth < stack.count ? Int(stack[stack.count - 1 - depth]) : -1
  }

  /// The token at a place of the buffer, or -1.
  func buffered(_ place: Int) -> Int {
    if place < returned.count { return Int(returned[returned.count - 1 - place]) }
    let token = next + place - returned.count
    return token < count ? token : -1
  }

  /// The child that was attached last on the left of a token, or -1.
  func leftChild(_ token: Int) -> Int { token < 0 ? -1 : Int(lastLeft[token]) }
  /// The child that was attached last on the right of a token, or -1.
  func rightChild(_ token: Int) -> Int { token < 0 ? -1 : Int(lastRight[token]) }

  /// Whether the front of the buffer may be moved onto the stack without an arc.
  var canShift: Bool {
    if stack.isEmpty { return true }
    guard bufferCount >= 2 else { return false }
    let front = buffered(0)
    return !isStart[front] && !isReturned[front]
  }

  /// Whether the top of the stack may be taken off.
  var canReduce: Bool { !stack.isEmpty }

  /// Whether an arc may be drawn between the top of the stack and the front of the buffer.
  var canAttach: Bool { !stack.isEmpty && bufferCount > 0 && !isStart[buffered(0)] }

  /// Whether a sentence may be begun at the second token of the buffer.
  var canBreak: Bool {
    guard bufferCount >= 2 else { return false }
    let second = buffered(1)
    return second == buffered(0) + 1 && !isStart[second]
  }

  /// Moves the front of the buffer onto the stack.
  mutating func shift() {
    if let token = returned.popLast() {
      stack.append(token)
    } else {
      stack.append(Int32(next))
      next += 1
    }
  }

  /// Takes the top off the stack; without a head it goes back to the buffer, unless it is alone.
  mutating func reduce() {
    guard let top = stack.popLast() else { return }
    if heads[Int(top)] < 0, !stack.isEmpty {
      isReturned[Int(top)] = true
      returned.append(top)
    }
  }

  /// Makes the front of the buffer the head of the top of the stack, which is taken off.
  mutating func attachLeft(_ label: UInt16) {
    guard let top = stack.popLast() else { return }
    let (child, head) = (Int(top), buffered(0))
    let former = Int(heads[child])
    if former >= 0, lastRight[former] == top { lastRight[former] = previousRight[child] }
    heads[child] = Int32(head)
    labels[child] = label
    lastLeft[head] = top
    isReturned[head] = false
  }

  /// Makes the top of the stack the head of the front of the buffer, which is moved onto the stack.
  mutating func attachRight(_ label: UInt16) {
    let (head, child) = (stacked(0), buffered(0))
    heads[child] = Int32(head)
    labels[child] = label
    previousRight[child] = lastRight[head]
    lastRight[head] = Int32(child)
    shift()
  }

  /// Begins a sentence at the second token of the buffer.
  mutating func beginSentence() {
    isStart[buffered(1)] = true
  }
}
