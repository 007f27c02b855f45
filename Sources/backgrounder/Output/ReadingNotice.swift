import Engine

/// Says once when articles are read without the language model.
enum ReadingNotice {
  /// The analyser of this machine; without a model it says on stderr what that means and what to type.
  static func analyser() throws -> Analyser {
    let analyser = try Analyser()
    if !analyser.hasModel {
      Console.error(
        "no language model is installed: reading by surface form, which finds less; type: make model"
      )
    }
    return analyser
  }
}
