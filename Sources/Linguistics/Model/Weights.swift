/// Numbers of the model, read where they lie in the mapped file.
@safe struct Weights: Sendable {
  // Keeps the mapping alive.
  private let file: MappedFile
  private let offset: Int
  /// How many numbers there are.
  let count: Int

  /// Refers to `count` floats at a byte offset that was checked to be inside and aligned.
  init(file: MappedFile, offset: Int, count: Int) {
    precondition(offset % 64 == 0 && offset + count * 4 <= file.count, "weights outside the file")
    self.file = file
    self.offset = offset
    self.count = count
  }

  /// The first number; valid while this value lives.
  @unsafe var pointer: UnsafePointer<Float> { unsafe file.floats(at: offset) }
}
