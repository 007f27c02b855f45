import Answering
import Primitives

/// What a narrator is asked: the rule-made sentences, numbered, and how they may be joined.
///
/// Nothing else is sent: no question of a reader, no article, no name of an outlet.
struct NarratorPrompt {
  /// The body of the request, the same bytes for the same sentences and model.
  let body: [UInt8]
  /// SHA-256 of the body.
  var hash: String { Digest(of: body).hex }

  private static let instruction = """
    You join sentences of news articles into one short paragraph. Each sentence is given with its number. Write each \
    sentence once and put its number in braces right behind it, before the full stop or the comma: "... {1}, and ... {2}." \
    Keep every word of a sentence as it is: names, numbers, dates, quotations, "not", "may", "said". You may only: join \
    two sentences with ", and", ", while" or ";"; drop an opening "But", "And", "However," or "Meanwhile,"; drop square \
    brackets and keep the words inside; put a date in brackets in place of the weekday or the "next year" before it; move \
    "X said" from the end of a sentence to its start or back; drop a description between commas behind a name. Add \
    nothing, explain nothing, and write nothing but the paragraph.
    """

  init(_ sentences: [NarratedSentence], model: String) throws {
    let numbered = sentences.enumerated().map { "{\($0 + 1)} \($1.text)" }.joined(separator: "\n")
    let document: JSONValue = [
      "model": .string(model),
      "messages": [
        ["role": "system", "content": .string(Self.instruction)],
        ["role": "user", "content": .string(numbered)],
      ],
      "temperature": 0, "seed": 0, "stream": false,
      "max_tokens": JSONValue(min(2_000, 64 + numbered.utf8.count / 2)),
    ]
    body = try CanonicalJSON.encode(document)
  }
}
