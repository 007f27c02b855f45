import Composition
import NewsModel
import Primitives

/// Checks an exported site without the library: from every shown sentence back to the stored article.
///
/// Files are compared with the manifest, article texts with their digests and version names, the ledger's words with the
/// article texts, and the words of the pages with the ledger. So a change is found, and its sentence named, also when
/// somebody mended the digests.
public struct SiteVerifier {
  /// What does not hold, in the order of the files; empty when all holds.
  ///
  /// Throws `ExportError.notASite` when the folder cannot be checked at all.
  public static func verify(directory: String) throws -> [SiteFault] {
    let site = try ExportedSite(directory: directory)
    var faults = try fileFaults(site)
    let archive = EvidenceArchive(site)
    faults += archive.faults
    guard let ledger = ledger(site, &faults) else { return faults }
    faults += pageListFaults(site, ledger)
    for page in ledger.pages {
      guard let bytes = site.bytes(page.path) else { continue }
      faults += PageCheck(page: page, rendered: RenderedPage(bytes), archive: archive).faults()
    }
    return faults
  }

  /// Files that are missing, changed or too many.
  private static func fileFaults(_ site: ExportedSite) throws -> [SiteFault] {
    var faults: [SiteFault] = []
    for (path, digest) in site.manifest.files.sorted(by: { $0.key < $1.key }) {
      guard let bytes = site.bytes(path) else {
        faults.append(SiteFault(file: path, reason: "is missing"))
        continue
      }
      if Digest(of: bytes).hex != digest {
        faults.append(SiteFault(file: path, reason: "was changed after the export"))
      }
    }
    let present = try ExportFolder.files(in: site.directory)
    for path in present where path != EvidenceManifest.path && site.manifest.files[path] == nil {
      faults.append(SiteFault(file: path, reason: "was not written by the export"))
    }
    return faults
  }

  private static func ledger(_ site: ExportedSite, _ faults: inout [SiteFault]) -> EvidenceLedger? {
    do {
      let bytes = site.bytes(EvidenceLedger.path) ?? []
      return try CanonicalJSON.decode(EvidenceLedger.self, from: bytes)
    } catch {
      faults.append(
        SiteFault(
          file: EvidenceLedger.path, reason: "cannot be read, so no sentence can be checked"))
      return nil
    }
  }

  /// Every page must stand in the ledger once, and nothing else.
  private static func pageListFaults(_ site: ExportedSite, _ ledger: EvidenceLedger) -> [SiteFault]
  {
    var listed: Set<String> = []
    var faults: [SiteFault] = []
    for page in ledger.pages {
      if !listed.insert(page.path).inserted {
        faults.append(SiteFault(file: page.path, reason: "stands twice in the ledger"))
      }
      if site.manifest.files[page.path] == nil {
        faults.append(
          SiteFault(file: page.path, reason: "stands in the ledger but not in the manifest"))
      }
    }
    let pages = site.manifest.files.keys.filter { $0.hasSuffix(".html") }.sorted()
    return faults
      + pages.filter { !listed.contains($0) }.map {
        SiteFault(file: $0, reason: "does not stand in the ledger")
      }
  }
}
