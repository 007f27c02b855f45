import Glibc

/// The signals by which a person or the system asks a program to end: `SIGINT` and `SIGTERM`.
public enum TerminationSignals {
  /// Holds the signals back, in this thread and those that it starts from now on, until `wait`.
  public static func hold() {
    var signals = set()
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits until one of the held signals arrives.
  public static func wait() {
    var signals = set()
    var received: Int32 = 0
    while unsafe sigwait(&signals, &received) != 0 {}
  }

  private static func set() -> sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    return signals
  }
}
