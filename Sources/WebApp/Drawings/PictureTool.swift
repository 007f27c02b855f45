import Glibc
import Primitives

/// Runs `rsvg-convert` (Debian's librsvg2-bin), which turns SVG into PNG.
///
/// It is run as a process: linked, the library would cost every start of the command 5 to 10 ms.
enum PictureTool {
  private static let places = ["/usr/bin/rsvg-convert", "/usr/local/bin/rsvg-convert"]

  /// Where the tool is; nil when it is not installed.
  static let path: String? = places.first { unsafe access($0, X_OK) == 0 }

  /// The picture of a drawing, so many pixels wide; nil when it cannot be made.
  static func convert(_ svg: [UInt8], pixels: Int) -> [UInt8]? {
    guard let path else { return nil }
    var template = Array("/tmp/backgrounder-XXXXXX".utf8CString)
    let folder = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress, unsafe mkdtemp(start) != nil else { return nil }
      return unsafe String(cString: start)
    }
    guard let folder else { return nil }
    let (input, output) = (folder + "/drawing.svg", folder + "/drawing.png")
    defer {
      unsafe unlink(input)
      unsafe unlink(output)
      unsafe rmdir(folder)
    }
    guard write(svg, to: input),
      run(path, ["-w", String(pixels), "-b", "white", "-o", output, input])
    else { return nil }
    return read(output)
  }

  private static func run(_ path: String, _ arguments: [String]) -> Bool {
    let words = unsafe copied([path] + arguments)
    let place = unsafe copied(["PATH=/usr/bin:/bin", "LC_ALL=C"])
    defer { unsafe free(words + place) }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, path, nil, nil, words, place) == 0 else { return false }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1 {
      if errno != EINTR { return false }
    }
    return status == 0
  }

  /// The words as C has them, with the null pointer that ends the list.
  private static func copied(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe []
    for word in words { unsafe copies.append(strdup(word)) }
    unsafe copies.append(nil)
    return unsafe copies
  }

  private static func free(_ words: [UnsafeMutablePointer<CChar>?]) {
    for index in unsafe words.indices { unsafe Glibc.free(words[index]) }
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = unsafe fopen(path, "w") else { return false }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    return unsafe fclose(file) == 0 && written == bytes.count
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    return bytes.isEmpty ? nil : bytes
  }
}
