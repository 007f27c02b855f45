import Engine
import NewsModel
import Primitives

extension APIRoutes {
  /// What is asked of one topic.
  static let ofTopics: [APIRoute] = [
    APIRoute(
      path: "/topics/{id}", operation: "topic", summary: "A topic with its stories and trend.",
      parameters: [id]
    ) { call in
      try call.library.topic(TopicID(call.id)).map { .document($0) } ?? .missing("topic")
    },
    APIRoute(
      path: "/topics/{id}/dossier", operation: "dossier",
      summary: "Everything shown about a topic; every sentence with its citations.",
      parameters: [id]
    ) { call in
      try call.library.dossier(TopicID(call.id)).map { .document($0) } ?? .missing("topic")
    },
    APIRoute(
      path: "/topics/{id}/timeline", operation: "topicTimeline",
      summary: "The days that a topic turns on, the earliest first.", parameters: [id],
      isList: true
    ) { call in
      try call.topic { call.page(try call.library.timeline(of: $0), TimelineDocument.init) }
    },
    APIRoute(
      path: "/topics/{id}/claims", operation: "topicClaims",
      summary: "What its articles contradict one another in, the answers side by side.",
      parameters: [id], isList: true
    ) { call in
      try call.topic {
        call.page(try call.library.contestedClaims(of: $0), ContestedClaimDocument.init)
      }
    },
    APIRoute(
      path: "/topics/{id}/positions", operation: "topicPositions",
      summary: "Who is for or against whom or what over time.", parameters: [id], isList: true
    ) { call in
      try call.topic {
        call.page(
          try call.library.positions(Library.PositionQuery(topic: $0)), PositionDocument.init)
      }
    },
    APIRoute(
      path: "/topics/{id}/programmes", operation: "topicProgrammes",
      summary: "Plans, agreements and talks with their stages over time.", parameters: [id],
      isList: true
    ) { call in
      try call.topic { call.page(try call.library.programmes(of: $0), ProgrammeDocument.init) }
    },
    APIRoute(
      path: "/topics/{id}/changes", operation: "topicChanges",
      summary: "What has changed since a day: reports of that day or later are new.",
      parameters: [
        id,
        .init(name: "since", kind: .day(isRequired: true), summary: "A day, as 2024-03-15."),
      ]
    ) { call in
      let day = call.day("since")
      return try call.topic { topic in
        let changes = try call.library.changes(
          in: topic, since: day ?? CivilDate(daysSinceEpoch: 0))
        return .document(TopicChangesDocument(changes))
      }
    },
  ]
}

extension APICall {
  /// Answers for the topic that the path names, when the library holds it.
  fileprivate func topic(_ answer: (Topic) throws -> APIAnswer) throws -> APIAnswer {
    guard let topic = try library.topic(TopicID(id)) else { return .missing("topic") }
    return try answer(topic)
  }

  /// A day given as a parameter; nil when it is not given.
  func day(_ name: String) -> CivilDate? {
    values[name].flatMap { CivilTime(iso8601: $0)?.date }
  }
}
