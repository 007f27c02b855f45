import FoundationEssentials
import Primitives

/// The folder that an export goes to: written beside it under another name, then put in its place.
struct ExportFolder {
  /// The folder as the reader named it.
  let target: String
  private let fresh: String
  private let replaced: String

  /// Checks the target; throws when it holds what no export wrote.
  init(_ directory: String) throws {
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    target = path
    fresh = path + ".being-written"
    replaced = path + ".being-replaced"
    try Self.check(path)
  }

  /// Makes the empty folder that is written to; what a killed export left there is removed.
  func begin() throws {
    try removeIfThere(fresh)
    try removeIfThere(replaced)
    try make(fresh)
  }

  /// Writes one file.
  func write(_ bytes: [UInt8], to path: String) throws {
    let full = fresh + "/" + path
    if let slash = full.lastIndex(of: "/") { try make(String(full[..<slash])) }
    do {
      try Data(bytes).write(to: URL(filePath: full))
    } catch {
      throw ExportError.cannotWrite(path: target + "/" + path, reason: Self.reason(error))
    }
  }

  /// Puts the written folder in the place of the target.
  func finish() throws {
    let files = FileManager.default
    do {
      if files.fileExists(atPath: target) { try files.moveItem(atPath: target, toPath: replaced) }
      try files.moveItem(atPath: fresh, toPath: target)
    } catch {
      throw ExportError.cannotWrite(path: target, reason: Self.reason(error))
    }
    try removeIfThere(replaced)
  }

  /// Removes what was written; the target stays as it was.
  func abandon() {
    // The error that led here is the one worth telling.
    try? removeIfThere(fresh)
  }

  /// The paths of all files under a folder, sorted by their bytes.
  static func files(in directory: String) throws -> [String] {
    let manager = FileManager.default
    var found: [String] = []
    for path in try manager.subpathsOfDirectory(atPath: directory) {
      var isFolder = false
      _ = manager.fileExists(atPath: directory + "/" + path, isDirectory: &isFolder)
      if !isFolder { found.append(path) }
    }
    return found.sorted()
  }

  private static func check(_ path: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder else { throw ExportError.notAFolder(path) }
    let present = try files(in: path)
    guard let first = present.first else { return }
    guard let manifest = try? ExportedSite(directory: path).manifest else {
      // Without a manifest nothing tells our files from others.
      throw ExportError.foreignFile(folder: path, file: first)
    }
    let own = Set(manifest.files.keys).union([EvidenceManifest.path])
    if let foreign = present.first(where: { !own.contains($0) }) {
      throw ExportError.foreignFile(folder: path, file: foreign)
    }
  }

  private func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ExportError.cannotWrite(path: path, reason: Self.reason(error))
    }
  }

  private func removeIfThere(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw ExportError.cannotWrite(path: path, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace: "the disk is full"
    case .fileWriteNoPermission: "no permission"
    case .fileWriteVolumeReadOnly: "the disk is read-only"
    default: "\(error)"
    }
  }
}
