import Engine
import Primitives
import WebApp

/// `export`: the whole site as files.
enum ExportVerb: Verb {
  static let name = "export"
  static let summary = "Write the whole site as files that work from disk and any sub-path."
  static let operands = "--library FILE DIR"
  static let options: [Option] = [.library, .now]
  static let examples = [
    (line: "backgrounder export --library news.library site", does: "then open site/index.html")
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard let directory = arguments.operands.first, arguments.operands.count == 1 else {
      throw UsageError("name the folder to write")
    }
    let library = try Library(path: arguments.required(.library), now: arguments.clock())
    let count = try SiteExporter(site: Site(library: library)).export(to: directory)
    Console.write("\(count) files in \(directory), edition \(try library.edition())")
    return .done
  }
}
