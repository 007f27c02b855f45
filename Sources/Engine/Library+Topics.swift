public import NewsModel
import Storage

extension Library {
  /// All topics, biggest first.
  public func topics() throws -> [Topic] { try store.topics() }

  /// One topic by its name in addresses.
  public func topic(_ id: TopicID) throws -> Topic? { try store.topic(id) }

  /// The topic that a person means: by its name in addresses, its shown name, or part of it.
  public func topic(called words: String) throws -> Topic? {
    if let exact = try store.topic(TopicID(words)) { return exact }
    let wanted = words.lowercased()
    let all = try store.topics()
    return all.first { $0.name.lowercased() == wanted }
      ?? all.first { $0.name.lowercased().contains(wanted) || $0.id.rawValue.contains(wanted) }
  }

  /// All stories, latest first.
  public func stories() throws -> [Story] {
    try store.stories().sorted { a, b in
      if a.lastDay != b.lastDay {
        guard let first = a.lastDay else { return false }
        guard let second = b.lastDay else { return true }
        return second < first
      }
      return a.id < b.id
    }
  }

  /// All origins, by name.
  public func origins() throws -> [Origin] { try store.origins() }
}
