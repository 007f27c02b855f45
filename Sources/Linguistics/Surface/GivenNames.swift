/// What a given name tells about the person who bears it.
public enum GivenNames {
  /// By which pronoun a bearer of the name is usually meant.
  public enum Gender: Sendable { case he, she }

  /// The gender of a name when the list knows it and it is not borne by both.
  public static func gender(of name: String) -> Gender? {
    let classes = SurfaceLexicon.english.classes(name)
    if classes.contains(.male) { return classes.contains(.female) ? nil : .he }
    return classes.contains(.female) ? .she : nil
  }
}
