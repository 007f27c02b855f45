import NewsModel
import Primitives

/// Notes on statements that stand inside an outlet's report by which outlet they came.
///
/// In "The mayor resigned, a councillor said, the Quay Herald reported" the councillor's words came by the Herald. The
/// outlet's own statement stays: it is the article's source for the rest.
struct RelayChain {
  private let statements: [Statement]

  /// A report reaches over statements at most this far apart in the list.
  private static let reach = 6

  init(_ statements: [Statement]) {
    self.statements = statements
  }

  /// The statements, those inside a report with its outlet.
  func noted() -> [Statement] {
    guard statements.contains(where: { $0.footing == .outlet }) else { return statements }
    return statements.enumerated().map { place, statement in
      guard statement.via == nil, let cue = statement.cue.first,
        let outlet = outlet(over: cue, statement, near: place)
      else { return statement }
      return Statement(
        id: statement.id, speaker: statement.speaker, source: statement.source,
        cue: statement.cue, content: statement.content, form: statement.form,
        footing: statement.footing, channel: statement.channel, via: outlet)
    }
  }

  private func outlet(
    over cue: ByteRange, _ statement: Statement, near place: Int
  ) -> EntityIndex? {
    let near = statements[
      max(0, place - Self.reach)..<min(statements.count, place + Self.reach + 1)]
    return near.first { report in
      report.footing == .outlet && report.id != statement.id && report.speaker != statement.speaker
        && ([report.content.first] + report.content.rest).contains {
          $0.start <= cue.start && cue.end <= $0.end
        }
    }?.speaker
  }
}
