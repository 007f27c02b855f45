import Primitives

/// The files that all pages share, embedded in the program.
enum SiteAssets {
  private static let files: [(name: String, contentType: String, bytes: [UInt8])] = [
    ("icon.svg", "image/svg+xml", PackageResources.icon_svg),
    ("search.js", "text/javascript; charset=utf-8", PackageResources.search_js),
    ("site.css", "text/css; charset=utf-8", PackageResources.site_css),
    ("site.js", "text/javascript; charset=utf-8", PackageResources.site_js),
  ]

  static var paths: [String] { files.map { "assets/\($0.name)" } }

  static func page(_ name: String) -> SitePage? {
    files.first { $0.name == name }.map { file in
      SitePage(path: "assets/\(name)", contentType: file.contentType, body: file.bytes)
    }
  }
}
