import Engine
import NewsModel

/// Finds what a person names on the command line; where there is none, says so and what to type.
enum Named {
  /// The topic of that name, or with the words in its name.
  static func topic(_ words: String, in library: Library) throws -> Topic? {
    if let topic = try library.topic(called: words) { return topic }
    Console.error("no topic is called \"\(words)\"; backgrounder topics lists them")
    return nil
  }

  /// The entity of that name, or with the words in one of its names.
  static func entity(_ words: String, in library: Library) throws -> EntityProfile? {
    if let profile = try library.entity(called: words) { return profile }
    Console.error("nobody is called \"\(words)\"; backgrounder entities lists them")
    return nil
  }
}
