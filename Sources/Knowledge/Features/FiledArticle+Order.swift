import NewsModel

extension [FiledArticle] {
  /// The articles by publication, earliest first; undated ones last, by name where nothing else decides.
  var inOrderOfPublication: [FiledArticle] {
    sorted { a, b in
      switch (a.version.article.published, b.version.article.published) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: a.version.id < b.version.id
      }
    }
  }
}
