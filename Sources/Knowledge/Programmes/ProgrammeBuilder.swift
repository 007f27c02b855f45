public import NewsModel
import Primitives

/// Joins what articles say of a programme to its history: its stages one after another.
///
/// Copies are left out. A stage that one day's reports do not agree on is the one that most texts give, then the later one by publication.
public struct ProgrammeBuilder: Sendable {
  /// Creates a builder.
  public init() {}

  /// The histories of the programmes that the articles tell of, those with most reports first.
  /// - Complexity: O(findings · log findings).
  public func histories(in articles: [FiledArticle]) -> [ProgrammeHistory] {
    var reports: [EntityID: [ProgrammeHistory.Report]] = [:]
    var parties: [EntityID: [EntityID: Int]] = [:]
    for filed in articles.filter({ $0.isCurrent && !$0.isCopy }).inOrderOfPublication {
      for programme in filed.analysis.programmes {
        guard let report = Self.report(programme, filed) else { continue }
        let entity = filed.entity(programme.entity)
        reports[entity, default: []].append(report)
        for party in Set(programme.parties.map { filed.entity($0) }) where party != entity {
          parties[entity, default: [:]][party, default: 0] += 1
        }
      }
    }
    let histories = reports.compactMap { entity, all -> (ProgrammeHistory, Int)? in
      guard let steps = NonEmpty(Self.steps(all)) else { return nil }
      let named = (parties[entity] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return (
        ProgrammeHistory(entity: entity, steps: steps, parties: named.map(\.key)), all.count
      )
    }
    return histories.sorted { ($1.1, $0.0.entity) < ($0.1, $1.0.entity) }.map(\.0)
  }

  private static func report(
    _ programme: Programme, _ filed: FiledArticle
  ) -> ProgrammeHistory.Report? {
    func passages(_ ranges: some Sequence<ByteRange>) -> [Passage] {
      ranges.filter { !$0.isEmpty }.map { Passage(version: filed.version.id, range: $0) }
    }
    guard let evidence = NonEmpty(passages(programme.evidence)) else { return nil }
    return ProgrammeHistory.Report(
      stage: programme.stage, evidence: evidence,
      stickingPoints: passages(programme.stickingPoints),
      nextSteps: passages(programme.nextSteps), day: filed.version.article.published?.date,
      origin: filed.origin)
  }

  /// One step for each run of days with the same stage.
  private static func steps(_ reports: [ProgrammeHistory.Report]) -> [ProgrammeHistory.Step] {
    var runs: [(stage: String, reports: [ProgrammeHistory.Report])] = []
    var index = 0
    while index < reports.count {
      let day = reports[index].day
      let end = reports[index...].firstIndex { $0.day != day } ?? reports.count
      let stage = commonest(reports[index..<end])
      let agreeing = reports[index..<end].filter { $0.stage == stage }
      if let last = runs.indices.last, runs[last].stage == stage {
        runs[last].reports += agreeing
      } else {
        runs.append((stage, agreeing))
      }
      index = end
    }
    return runs.compactMap { run in
      guard let all = NonEmpty(run.reports) else { return nil }
      return ProgrammeHistory.Step(stage: run.stage, reports: all)
    }
  }

  private static func commonest(_ reports: ArraySlice<ProgrammeHistory.Report>) -> String {
    var best: (stage: String, origins: Int) = ("", 0)
    for report in reports {
      let origins = Set(reports.filter { $0.stage == report.stage }.map(\.origin)).count
      if origins >= best.origins { best = (report.stage, origins) }
    }
    return best.stage
  }
}
