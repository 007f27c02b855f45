import Glibc

/// A file system in memory that is soon full.
enum SmallDisk {
  /// The mount failed.
  struct Fault: Error {
    let code: Int32
  }

  /// Whether this process may mount one.
  static let isAvailable: Bool = {
    let isMade = try? TemporaryFolder.with { folder in
      try with(megabytes: 1, at: folder.path("disk")) { _ in true }
    }
    return isMade ?? false
  }()

  /// Mounts a disk of so many megabytes at `path` while `body` runs.
  static func with<Value>(
    megabytes: Int, at path: String, _ body: (String) throws -> Value
  ) throws -> Value {
    guard unsafe mkdir(path, 0o700) == 0 else { throw Fault(code: errno) }
    let mounted = unsafe mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m")
    guard mounted == 0 else { throw Fault(code: errno) }
    defer { unsafe umount2(path, Int32(MNT_DETACH)) }
    return try body(path)
  }
}
