import Engine
import FoundationEssentials
import NewsModel
import Primitives
import TestSupport
import Testing

@testable import WebApp

struct SiteExporterTests {
  private let fixture: SiteFixture
  private var target: String { fixture.folder.file("site") }

  init() throws {
    fixture = try SiteFixture()
  }

  private func export() throws -> Int { try SiteExporter(site: fixture.site).export(to: target) }

  private func files(_ folder: String) throws -> [String: Data] {
    let paths = try ExportFolder.files(in: folder)
    return try Dictionary(
      uniqueKeysWithValues: paths.map {
        ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0)))
      })
  }

  @Test func `two exports of a library have the same files`() throws {
    let count = try export()
    let first = try files(target)
    #expect(first.count == count)
    #expect(try export() == count)
    #expect(try files(target) == first)
    let beside = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
    #expect(beside.filter { $0.hasPrefix("site") } == ["site"])
  }

  @Test func `a folder with files of somebody else is refused and left alone`() throws {
    _ = try export()
    try fixture.folder.write("mine", to: "site/notes.txt")
    #expect(throws: ExportError.foreignFile(folder: target, file: "notes.txt")) { try export() }
    #expect(try files(target)["notes.txt"] == Data("mine".utf8))
  }

  @Test func `a folder that no export wrote is refused`() throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try fixture.folder.write("mine", to: "site/index.html")
    #expect(throws: ExportError.foreignFile(folder: target, file: "index.html")) { try export() }
  }

  @Test func `an empty folder is taken and a file is refused`() throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    #expect(try export() > 0)
    let file = try fixture.folder.write("x", to: "file")
    #expect(throws: ExportError.notAFolder(file)) {
      try SiteExporter(site: fixture.site).export(to: file)
    }
  }

  @Test func `what a killed export left behind is cleared away`() throws {
    let left = target + ".being-written/topics"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    try fixture.folder.write("half", to: "site.being-written/topics/half.html")
    _ = try export()
    #expect(try files(target)["topics/half.html"] == nil)
    #expect(!FileManager.default.fileExists(atPath: target + ".being-written"))
  }

  @Test func `a place that cannot be written to is named`() {
    let error = #expect(throws: ExportError.self) {
      try SiteExporter(site: fixture.site).export(to: "/proc/no-such-place/site")
    }
    #expect(error.map { "\($0)" }?.contains("/proc/no-such-place/site") == true)
  }
}
