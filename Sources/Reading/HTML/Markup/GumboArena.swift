import Glibc

/// The memory of one parse: handed out in order, given back all at once.
///
/// gumbo's own release of a tree is recursive and overflows the stack on deep pages; with an arena it
/// is never called. It also spares a call of `free` for every node.
@safe final class GumboArena {
  private var chunks: [UnsafeMutableRawPointer] = unsafe []
  private var next = 0
  private var room = 0

  private static let chunkBytes = 1 << 20

  deinit {
    while let chunk = unsafe chunks.popLast() { unsafe free(chunk) }
  }

  /// Hands out memory aligned for any type; nil when the machine has none.
  func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let needed = (size + 15) & ~15
    if needed > room, !grow(needed) { return nil }
    guard let chunk = unsafe chunks.last else { return nil }
    defer {
      next += needed
      room -= needed
    }
    return unsafe chunk + next
  }

  private func grow(_ needed: Int) -> Bool {
    let size = max(needed, Self.chunkBytes)
    guard let chunk = unsafe malloc(size) else { return false }
    unsafe chunks.append(chunk)
    next = 0
    room = size
    return true
  }
}
