import Engine
import NewsModel
import Primitives

/// `ask`: a question answered from the library, or sentences ranked by how well they answer.
enum AskVerb: Verb {
  static let name = "ask"
  static let summary = "Answer a question with sentences from the articles."
  static let operands = "--library FILE QUESTION | --candidates FILE | --yesno FILE"
  static let options: [Option] =
    [
      .library, .json, .markdown, .questions, .candidates, .yesno, .features,
    ] + NarratorOptions.all
  static let examples = [
    (
      line: "backgrounder ask --library news.library \"When did the liaison office open?\"",
      does: "the sentence that answers, with its source, or that none does"
    ),
    (
      line: "backgrounder ask --candidates questions.jsonl",
      does: "rank the sentences that are given with each question"
    ),
    (
      line:
        "backgrounder ask --library news.library --narrator http://127.0.0.1:11434/v1 --narrator-model NAME QUESTION",
      does: "worded by a model on this machine, each clause checked against its sentence"
    ),
  ]

  private struct Asked: Decodable {
    let question: String
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    if let path = arguments.value(.candidates) {
      try arguments.noOperands()
      return try CandidateFile(path: path, showsFeatures: arguments.has(.features)).rank()
    }
    if let path = arguments.value(.yesno) {
      try arguments.noOperands()
      return try SnippetFile(path: path, showsFeatures: arguments.has(.features)).judge()
    }
    let question = arguments.operands.joined(separator: " ")
    guard !question.isEmpty || arguments.value(.questions) != nil else {
      throw UsageError("give a question")
    }
    let narrator = try NarratorOptions.narrator(arguments)
    let answerer = Answerer(try Library(path: arguments.required(.library)), narrator: narrator)
    if let path = arguments.value(.questions) {
      try arguments.noOperands()
      for asked in try JSONLinesFile.lines(of: Asked.self, at: path) {
        if arguments.has(.features) {
          try Console.writeJSON(
            Weighed(
              question: asked.question, kind: answerer.kind(of: asked.question),
              sentences: answerer.weighed(asked.question)))
        } else {
          try Console.writeJSON(AnswerRecord(try answerer.answer(asked.question)))
        }
      }
      return .done
    }
    let answer = try answerer.answer(question)
    if arguments.has(.json) {
      try Console.writeJSON(AnswerRecord(answer))
    } else if arguments.has(.markdown) {
      Console.write(AnswerMarkdown(answer).text)
    } else {
      AnswerText(answer).write()
    }
    return .done
  }

  private struct Weighed: Encodable {
    let question: String
    let kind: String
    let sentences: [WeighedSentence]
  }
}

extension Option {
  fileprivate static let markdown = Option(
    name: "--markdown", value: nil, help: "Write Markdown with footnotes.")
  fileprivate static let questions = Option(
    name: "--questions", value: "FILE", help: "Answer each line of a file: {question}.")
  fileprivate static let candidates = Option(
    name: "--candidates", value: "FILE",
    help: "Rank the sentences of each line: {question, candidates: [{text}]}.")
  fileprivate static let yesno = Option(
    name: "--yesno", value: "FILE",
    help: "Say yes or no to each line by its sentences: {question, snippets}.")
  fileprivate static let features = Option(
    name: "--features", value: nil, help: "With a file: write what the ranking looks at.")
}
