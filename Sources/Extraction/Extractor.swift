public import Linguistics
public import NewsModel
public import Primitives

/// Finds what an article says: who said what, the entities, the times, the events.
///
/// A pure function of the article: the same text gives the same findings on any machine, and any text
/// gives findings or none.
public struct Extractor: Sendable {
  /// Finds tokens, sentences and names in a text.
  public typealias Annotate = @Sendable (UTF8Text) -> AnnotatedText

  private let annotate: Annotate

  /// Creates an extractor that reads by surface form.
  public init() {
    self.init(annotate: SurfaceAnnotator().annotate)
  }

  /// Creates an extractor on another annotator, such as a trained pipeline.
  public init(annotate: @escaping Annotate) {
    self.annotate = annotate
  }

  /// Analyses one article.
  /// - Complexity: O(length of the text).
  public func analyse(_ article: Article) -> Analysis {
    let words = ArticleWords(annotate(UTF8Text(article.text)))
    let entities = EntityFinder(words).entities()
    let finder = StatementFinder(words)
    let drafts =
      AttributionReader.builtIn?.drafts(words).map { finder.completed($0) } ?? finder.drafts()
    let times = TimeFinder.times(in: words, published: article.published)
    let quotationOf = finder.contents.quotationOf
    let statements = StatementBuilder(words: words, entities: entities).statements(drafts)
    let programmes = ProgrammeFindings(words: words, entities: entities)
    let outright = StanceFinder(
      words: words, entities: entities, sources: finder.sources, quotationOf: quotationOf,
      statements: statements
    ).stances()
    let trained = TrainedStanceFinder(
      words: words, entities: entities, statements: statements, programmes: programmes,
      title: article.title)
    let said = SaidTokens(words: words, drafts: drafts, quotationOf: quotationOf)
    return Analysis(
      sentences: words.sentences.map { words.range($0) },
      entities: programmes.entities(entities),
      statements: statements,
      times: times.map { TimeExpression(range: $0.range, type: $0.type, value: $0.value) },
      stances: StanceActors(entities: entities).stances(
        trained?.stances(with: outright) ?? outright),
      events: EventFinder(
        words: words, entities: entities, published: article.published, quotationOf: quotationOf
      ).events(times, drafts),
      programmes: programmes.programmes,
      definitions: DefinitionFinder(words: words, entities: entities, said: said).definitions(),
      reasons: ReasonFinder(words: words, said: said).reasons())
  }

  /// Answers for the two spans that an article record asks about; nil when it asks nothing or the
  /// annotator gives no grammar.
  /// - Complexity: O(length of the text).
  public func answer(_ article: Article) -> PairStance? {
    guard let asked = article.asked else { return nil }
    return AskedPairReader(ArticleWords(annotate(UTF8Text(article.text))))?.answer(asked)
  }
}
