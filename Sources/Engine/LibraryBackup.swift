import Glibc
import NewsModel
import Primitives
import Storage

/// Backs a library up into one file while other processes read and write it.
public struct LibraryBackup {
  /// Why there is no back-up.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is a file at the path.
    case exists(path: String)

    /// One sentence that says what to do.
    public var description: String {
      switch self {
      case .exists(let path): "\(path) exists; name another file, or replace it with --replace"
      }
    }
  }

  private let library: Library

  /// Backs up `library`.
  public init(of library: Library) {
    self.library = library
  }

  /// Writes the back-up to `path` and says what it holds.
  ///
  /// The copy is the library at one moment. It is checked, organised if articles were being filed at that moment,
  /// so that it verifies by itself, and only then takes its name: a back-up that was there before stays until then.
  public func write(to path: String, replaces: Bool = false) throws -> LibraryOverview {
    guard replaces || !DatabaseFile(path: path).exists else { throw Fault.exists(path: path) }
    let draft = DatabaseFile(path: "\(path).\(getpid()).part")
    do {
      try library.store.backUp(to: draft)
      let overview = try Self.organise(draft)
      try draft.closeLog()
      try draft.move(to: path)
      return overview
    } catch {
      draft.remove()
      throw error
    }
  }

  private static func organise(_ file: DatabaseFile) throws -> LibraryOverview {
    let copy = try Library(path: file.path, access: .write)
    if try copy.store.isBehind() {
      // Nothing is analysed here: the articles are, and by the rules that they were filed with.
      let analyser = Analyser(readingBySurface: ())
      try Ingester(library: copy, jobs: 1, analyser: analyser).bringUpToDate()
    }
    return try copy.overview()
  }
}
