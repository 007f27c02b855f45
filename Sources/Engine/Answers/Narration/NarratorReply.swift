import Primitives

/// What an endpoint answered: the text of the first choice.
struct NarratorReply {
  /// What cannot be taken for a reply.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// What the model wrote.
  let text: String

  /// Reads a reply; throws `Fault` when it is none.
  init(_ body: [UInt8]) throws {
    let document: JSONValue
    do {
      document = try JSONParser.parse(body)
    } catch {
      throw Fault(description: "the endpoint answered with something else than JSON (\(error))")
    }
    guard case .array(let choices)? = document["choices"],
      case .string(let text)? = choices.first?["message"]?["content"]
    else {
      throw Fault(
        description: "the endpoint's answer holds no choices[0].message.content; is it "
          + "a chat endpoint of OpenAI's kind?")
    }
    guard text.utf8.count <= 16_384 else {
      throw Fault(description: "the model wrote \(text.utf8.count) bytes; 16384 are taken")
    }
    self.text = text
  }
}
