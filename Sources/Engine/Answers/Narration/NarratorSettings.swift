import Fetching

/// Which language model words answers, where it is asked, and with which key.
public struct NarratorSettings: Sendable, Hashable {
  /// The endpoint of a service that speaks OpenAI's protocol: `http://127.0.0.1:11434/v1`.
  public var endpoint: String
  /// The name of the model, as the endpoint knows it.
  public var model: String
  /// The key; nil when the endpoint wants none.
  public var key: String?
  /// Whether addresses of private networks may be asked; this machine may be, when the endpoint names it.
  public var allowsPrivateAddresses = false
  /// How long an answer may take, in seconds.
  public var timeoutSeconds = 20

  /// Creates settings.
  public init(endpoint: String, model: String, key: String? = nil) {
    self.endpoint = endpoint
    self.model = model
    self.key = key
  }

  /// The environment variable that the key is read from; a key is never an argument, which others on the machine can see.
  public static let keyVariable = "BACKGROUNDER_NARRATOR_KEY"

  /// Whether the endpoint is an `http` or `https` address.
  public var isAddress: Bool { WebAddress(endpoint) != nil }

  /// The address that is asked.
  var address: String {
    let path = "/chat/completions"
    var base = endpoint[...]
    while base.last == "/" { base.removeLast() }
    return base.hasSuffix(path) ? String(base) : base + path
  }
}
