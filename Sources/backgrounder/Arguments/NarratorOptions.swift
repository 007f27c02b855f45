import Engine
import Foundation

/// The options that name a language model for the wording of answers; shared by `ask` and `serve`.
enum NarratorOptions {
  static let all: [Option] = [endpoint, model, seconds, .allowPrivate]

  static let endpoint = Option(
    name: "--narrator", value: "URL",
    help: """
      Have answers worded by the language model at this endpoint of OpenAI's kind, each clause checked; none without it. \
      The key, if any, is read from \(NarratorSettings.keyVariable).
      """)
  static let model = Option(
    name: "--narrator-model", value: "NAME", help: "The model's name, as the endpoint knows it.")
  static let seconds = Option(
    name: "--narrator-seconds", value: "N",
    help: "How long the model may take for an answer; 20 without it.")

  /// The narrator that the arguments name; nil when they name none.
  static func narrator(_ arguments: Arguments) throws -> Narrator? {
    guard let url = arguments.value(endpoint) else {
      guard arguments.value(model) == nil, arguments.value(seconds) == nil else {
        throw UsageError("\(model.name) needs \(endpoint.name) URL")
      }
      return nil
    }
    var settings = NarratorSettings(
      endpoint: url, model: try arguments.required(model), key: key())
    guard settings.isAddress else {
      throw UsageError("\(endpoint.name) takes an http or https address, not \"\(url)\"")
    }
    settings.timeoutSeconds = try arguments.number(seconds, default: 20, in: 1...600)
    settings.allowsPrivateAddresses = arguments.has(.allowPrivate)
    return Narrator(settings)
  }

  private static func key() -> String? {
    let key = ProcessInfo.processInfo.environment[NarratorSettings.keyVariable] ?? ""
    return key.isEmpty ? nil : key
  }
}
