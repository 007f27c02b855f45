extension ExplainerSection {
  /// The element id of the section on a dossier's page, for a list of contents.
  public var anchor: String { ExplainerHTMLRenderer.className(kind).markup }
}
