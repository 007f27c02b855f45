import Answering
import Composition
import Fetching
import NewsModel
import Primitives
import Synchronization

/// Lets a language model smooth the words of rule-made answers; off unless an operator names one.
///
/// What it writes is checked clause by clause (`NarrationGuard`); whatever it does, the worst outcome is the rule-made text.
/// One question is put to it at a time: a second one that comes meanwhile is answered without it, so that a model that is slow
/// or silent cannot hold up a server.
public final class Narrator: Sendable {
  /// The model and where it is asked.
  public let settings: NarratorSettings
  private let poster: Poster
  private let guardian: NarrationGuard
  private let isBusy = Atomic(false)
  private let known = Mutex<[String: Narration]>([:])

  /// Narrations that are kept, so that the same answer is not asked for twice.
  private static let mostKnown = 256
  /// The largest reply that is taken, in bytes.
  private static let mostBytes = 1 << 20

  /// Prepares a narrator; nothing is asked before the first answer.
  public convenience init(_ settings: NarratorSettings) {
    self.init(settings, annotate: AnnotatorChoice.best())
  }

  /// Prepares a narrator whose sentences are read by an annotator.
  init(_ settings: NarratorSettings, annotate: @escaping AnswerRanker.Annotator) {
    self.settings = settings
    var policy = FetchPolicy()
    policy.maximumBytes = Self.mostBytes
    policy.timeoutSeconds = settings.timeoutSeconds
    policy.connectSeconds = min(policy.connectSeconds, settings.timeoutSeconds)
    policy.allowsPrivateAddresses = settings.allowsPrivateAddresses
    policy.allowsLoopback = WebAddress(settings.endpoint)?.isThisMachine ?? false
    poster = Poster(policy: policy)
    guardian = NarrationGuard(annotate)
  }

  /// An answer with its narration; one without findings stays as it is.
  func narrated(_ answer: Answer) -> Answer {
    guard answer.isAnswered else { return answer }
    var answer = answer
    answer.narration = narration(of: answer.findings)
    return answer
  }

  /// Has findings worded; what went wrong is told in the narration, never thrown.
  func narration(of findings: [Answer.Finding]) -> Narration {
    let sentences = findings.map(NarratedSentence.init)
    guard let prompt = try? NarratorPrompt(sentences, model: settings.model) else {
      return failed("the sentences could not be written down", "")
    }
    guard NarrationGuard.canJoin(sentences) else {
      return failed("one of the sentences leans on the text around it", prompt.hash)
    }
    let key = Digest(fields: [prompt.hash] + findings.map(\.text.id)).hex
    if let found = known.withLock({ $0[key] }) { return found }
    guard isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else { return failed("the narrator was busy with another answer", prompt.hash) }
    defer { isBusy.store(false, ordering: .releasing) }
    do {
      let narration = narration(try reply(to: prompt), prompt, sentences)
      known.withLock { known in
        if known.count >= Self.mostKnown { known = [:] }
        known[key] = narration
      }
      return narration
    } catch {
      return failed("\(error)", prompt.hash)
    }
  }

  private func reply(to prompt: NarratorPrompt) throws -> String {
    let request = PostRequest(url: settings.address, body: prompt.body, token: settings.key)
    let response = try poster.post(request)
    return try NarratorReply(response.body).text
  }

  private func narration(
    _ text: String, _ prompt: NarratorPrompt, _ sentences: [NarratedSentence]
  ) -> Narration {
    let clauses = guardian.checked(text, against: sentences)
    guard clauses.contains(where: \.isNarrated) else {
      let reasons = clauses.compactMap(\.fault?.description)
      return failed(
        "no clause says what its sentence says"
          + (reasons.first.map { ": \($0)" } ?? ", or none names its sentence"), prompt.hash)
    }
    return Narration(
      model: settings.model, promptHash: prompt.hash,
      clauses: clauses.map { clause in
        Narration.Clause(
          text: clause.text, finding: clause.sentence, isNarrated: clause.isNarrated,
          reason: clause.fault?.description)
      }, failure: nil)
  }

  private func failed(_ reason: String, _ hash: String) -> Narration {
    Narration(model: settings.model, promptHash: hash, clauses: [], failure: reason)
  }
}

extension NarratedSentence {
  /// A finding's sentence, with what was put in and what it stands for.
  init(_ finding: Answer.Finding) {
    let text = finding.text
    var replaced: [String: String] = [:]
    for case .replaced(let gap, let words) in text.edits { replaced[words] = gap }
    let pieces = text.runs.map { run -> Piece in
      switch run {
      case .source(let words), .computed(let words): return .source(words)
      case .inserted(let words):
        let inner = UTF8Text(words)
        return .inserted(words, replacing: replaced[inner[inner.trimmed(inner.fullRange)]] ?? "")
      }
    }
    let exact = UTF8Text(finding.citation.exact)
    let start = finding.citation.passage.range.start
    let answer = finding.marks.first.flatMap { mark in
      mark.start < start
        ? nil : exact.words(at: ByteRange(mark.start - start, mark.end - start))
    }
    self.init(pieces, answer: answer)
  }
}
