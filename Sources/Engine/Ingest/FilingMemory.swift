import Knowledge
import Storage

/// What one filing read and the next one, of the same process, need not read again.
///
/// Articles that come one after another are near one another: their places, and the runs of words of the texts around
/// them, are wanted again. Used only while nobody else has written to the library.
final class FilingMemory {
  private var known: (filer: Filer, state: FileState)?
  private var latest: (filer: Filer, state: FileState)?

  /// The filer for a transaction: that of the last one if the library is as that left it.
  func filer(_ changed: CurrentChanges, _ tables: FilingTables) throws -> Filer {
    var before = try tables.state()
    before.versions = changed.lastVersion
    defer { known = nil }
    if let known, known.state == before { return known.filer }
    return Filer(StoredShelf(tables))
  }

  /// Keeps the filer of a transaction until it is said that the transaction was written.
  func keep(_ filer: Filer, _ state: FileState) { latest = (filer, state) }

  /// Says that the last transaction was written.
  func confirm() {
    known = latest
    latest = nil
  }
}
