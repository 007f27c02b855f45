import Composition
import NewsModel
import Primitives
import Storage

/// Answers "Who is Ada Quill?" and "What is the Ferry Union?" in the words by which most origins say what the name is.
///
/// Only for a name alone that the library knows exactly; else the question is answered by sentences.
struct DefinitionAnswerer {
  let library: Library
  /// No more articles than these, the newest, are read for one answer.
  private static let mostArticles = 150

  /// The answer; nil for another question, or when no article says what the name is.
  func answer(_ text: String) throws -> Answer? {
    guard let name = Self.name(text), let profile = try library.entity(called: name),
      ([profile.name] + profile.aliases).contains(where: { $0.lowercased() == name.lowercased() })
    else { return nil }
    let ids = try library.store.articles(mentioning: profile.id).prefix(Self.mostArticles)
    let articles = try library.store.filed(Array(ids)).filter { !$0.isCopy }
    let composer = AnswerComposer(articles: articles, profiles: [profile.id: profile])
    guard let found = composer.description(of: profile.id) else { return nil }
    return Answer(
      question: text, kind: "definition",
      findings: [Answer.Finding(text: found, marks: [], confidence: 1)], verdict: nil,
      searched: try library.store.articleCount(), nearest: [])
  }

  /// The name in a question that holds nothing else; its first letter is a capital.
  static func name(_ question: String) -> String? {
    let marks: Set<Character> = ["?", ".", "!", " "]
    var rest = question[...]
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    let words = rest.split(separator: " ")
    guard words.count > 2, ["who", "what"].contains(words[0].lowercased()),
      ["is", "was", "are"].contains(words[1].lowercased())
    else { return nil }
    let name = words.dropFirst(words[2].lowercased() == "the" ? 3 : 2).joined(separator: " ")
    return name.first?.isUppercase == true ? name : nil
  }
}
