import Composition
import Engine
import NewsModel
import Primitives

/// What the site says about its own accuracy: figures measured against people's annotation, as data in `accuracy.tsv`.
enum AccuracyTable {
  /// One figure.
  struct Row {
    let what: String
    let measure: String
    let figure: String
    /// The task and the name of the figure in `Evaluation/floors.json`.
    let task: String
  }

  static let rows: [Row] =
    String(decoding: PackageResources.accuracy_tsv, as: UTF8.self)
    .split(separator: "\n").filter { !$0.hasPrefix("#") }
    .compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 4 else { return nil }
      return Row(what: fields[0], measure: fields[1], figure: fields[2], task: fields[3])
    }

  static func render() -> HTML {
    let lines = rows.map { row -> HTML in
      """
      <tr><th scope="row">\(row.what)</th><td class="number">\(row.figure)</td><td>\(row.measure)</td></tr>
      """
    }
    return """
      <h2 id="accuracy">How accurate it is</h2>
      <p>Measured on articles that people annotated; the program is held to these figures at every change. What \
      is left to a hundred is what it gets wrong or misses.</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label="Measured accuracy"><table>\
      <caption>Measured accuracy, at least</caption>\
      <thead><tr><th scope="col">What</th><th scope="col" class="number">Per cent</th>\
      <th scope="col">Measured as</th></tr></thead><tbody>\(lines.joined())</tbody></table></div>
      """
  }
}

/// The outlets whose articles the library holds, with their copies and corrections.
struct OutletRegister {
  let outlets: [OutletView]
  private static let mostRows = 200

  func render() -> HTML? {
    guard !outlets.isEmpty else { return nil }
    let rows = outlets.prefix(Self.mostRows).map { outlet -> HTML in
      """
      <tr><th scope="row">\(outlet.outlet.isEmpty ? "Unnamed outlet" : outlet.outlet)</th>\
      <td class="number">\(NewspaperStyle.digits(outlet.articles))</td>\
      <td class="number">\(NewspaperStyle.digits(outlet.copies))</td>\
      <td class="number">\(NewspaperStyle.digits(outlet.corrections))</td></tr>
      """
    }
    let cut: HTML? =
      outlets.count > Self.mostRows
      ? "<p class=\"meta\">The \(Self.mostRows) with most articles of \(outlets.count) are shown.</p>"
      : nil
    return """
      <h2 id="outlets">Whose articles these are</h2>
      <div class="table-scroll" tabindex="0" role="region" aria-label="Register of outlets"><table>\
      <caption>Register of outlets</caption><thead><tr><th scope="col">Outlet</th>\
      <th scope="col" class="number">Articles</th><th scope="col" class="number">Copies</th>\
      <th scope="col" class="number">Changed later</th></tr></thead><tbody>\(rows.joined())</tbody></table></div>\(cut)
      """
  }
}
