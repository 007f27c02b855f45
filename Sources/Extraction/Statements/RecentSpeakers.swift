import NewsModel

/// Who spoke last, as far as a pronoun may point back to it.
struct RecentSpeakers {
  /// An entity that spoke, and where it is named.
  struct Mention {
    let entity: EntityIndex
    let token: Int
  }

  /// The last person.
  var person: Mention?
  /// The last organisation, government or place.
  var collective: Mention?
  /// The footing on which the last collective spoke: "it" after "the ministry" speaks as a role too.
  var collectiveFooting = Footing.named
  /// The last somebody without a name, such as a spokesman, and where.
  var unnamed: (speaker: ResolvedSpeaker, token: Int)?
}
