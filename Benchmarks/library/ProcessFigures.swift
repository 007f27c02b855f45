#if canImport(Glibc)
  import Glibc
#endif

/// What the system says of this process.
enum ProcessFigures {
  /// The processor time of this process until now, user and system, in seconds.
  static func processorSeconds() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Writes what was printed, to a file as well: a long run can be watched.
  static func flush() { _ = fflush(nil) }

  /// The memory that is resident now, in MB; zero where the system does not say.
  static func residentMegabytes() -> Double {
    guard let file = unsafe fopen("/proc/self/statm", "r") else { return 0 }
    defer { _ = unsafe fclose(file) }
    var (size, resident) = (0, 0)
    _ = unsafe withUnsafeMutablePointer(to: &size) { size in
      unsafe withUnsafeMutablePointer(to: &resident) { resident in
        unsafe withVaList([size, resident]) { unsafe vfscanf(file, "%ld %ld", $0) }
      }
    }
    return Double(resident) * Double(getpagesize()) / 1e6
  }
}
