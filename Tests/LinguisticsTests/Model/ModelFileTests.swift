import FoundationEssentials
import TestSupport
import Testing

@testable import Linguistics

@Suite struct ModelFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private var small: [UInt8] {
    var writer = ModelWriter()
    writer.add("words", strings: ["desk", "", "Zürich"])
    writer.add("numbers", floats: [0.5, -1, 3.25])
    writer.add("list", SortedWords.encode(["wire", "desk", "wire", "archive", "Ärzte"]))
    return writer.encoded()
  }

  private func write(_ bytes: [UInt8]) throws -> String {
    let path = folder.file("test.model")
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test func `what was written is read`() throws {
    let file = try ModelFile(path: try write(small))
    #expect(try file.strings("words") == ["desk", "", "Zürich"])
    let numbers = try file.weights("numbers", count: 3)
    let values = (0..<3).map { unsafe numbers.pointer[$0] }
    #expect(values == [0.5, -1, 3.25])
    try file.verify()
  }

  @Test func `a sorted list finds each of its words and no other`() throws {
    let file = try ModelFile(path: try write(small))
    let list = try #require(SortedWords(file: file.file, section: try file.range("list")))
    let places = ["archive", "desk", "wire", "Ärzte"].map { list.index(of: Array($0.utf8)) }
    #expect(places == [0, 1, 2, 3])
    for word in ["", "arch", "archives", "zoo", "Ä"] {
      #expect(list.index(of: Array(word.utf8)) == nil)
    }
  }

  @Test func `every changed byte is noticed`() throws {
    let sound = small
    for offset in sound.indices where offset < 8 || offset >= 32 {
      // The SHA-256 in the header is only compared by verify.
      if (ModelFormat.digestField..<ModelFormat.headerSize).contains(offset) { continue }
      var bytes = sound
      bytes[offset] ^= 0x10
      let path = try write(bytes)
      #expect(throws: ModelError.self, "byte \(offset)") { try ModelFile(path: path) }
    }
  }

  @Test func `every shorter file is refused`() throws {
    let sound = small
    for count in 1..<sound.count {
      let path = try write(Array(sound.prefix(count)))
      #expect(throws: ModelError.self, "\(count) bytes") { try ModelFile(path: path) }
    }
  }

  @Test func `a file of another kind is called foreign`() throws {
    let path = try folder.write("not a model, but a text that is long enough", to: "a.txt")
    #expect(throws: ModelError.foreign(path: path)) { try ModelFile(path: path) }
  }

  @Test func `another version is named`() throws {
    var bytes = small
    bytes[ModelFormat.versionField] = 9
    let path = try write(bytes)
    #expect(throws: ModelError.otherVersion(path: path, found: 9, wanted: 1)) {
      try ModelFile(path: path)
    }
  }

  @Test func `a changed digest is found by verify`() throws {
    var bytes = small
    bytes[ModelFormat.digestField] = bytes[ModelFormat.digestField] == 0x30 ? 0x31 : 0x30
    let file = try ModelFile(path: try write(bytes))
    #expect(throws: ModelError.self) { try file.verify() }
  }

  @Test(arguments: ["/nowhere/at/all.model", "/", "/dev/null"])
  func `what is no file is unreadable`(path: String) {
    #expect(throws: ModelError.self) { try ModelFile(path: path) }
  }

  @Test func `a section that is missing or of another size is damage`() throws {
    let path = try write(small)
    let file = try ModelFile(path: path)
    #expect(throws: ModelError.damaged(path: path, reason: "it has no section tags")) {
      try file.strings("tags")
    }
    #expect(throws: ModelError.self) { try file.weights("numbers", count: 4) }
    #expect(throws: ModelError.self) { try LanguageModel(file) }
  }

  @Test func `an error names the file and says what to do`() {
    let text = String(describing: ModelError.foreign(path: "/data/x.model"))
    #expect(text.contains("/data/x.model"))
    #expect(text.contains("scripts/fetch-model"))
  }
}
