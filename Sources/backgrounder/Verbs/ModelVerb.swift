import Engine

/// `model`: where the language model is, whether it is sound, and how it is made.
enum ModelVerb: Verb {
  static let name = "model"
  static let summary = "Say which language model is used; verify or convert one."
  static let operands = "[verify [FILE] | convert FOLDER [FILE]]"
  static let options: [Option] = []
  static let examples = [
    (line: "backgrounder model", does: "names the model and the places that are looked at"),
    (line: "backgrounder model verify", does: "compares every byte with the model's SHA-256"),
    (
      line: "backgrounder model convert en_core_web_sm-3.8.0",
      does: "converts the unpacked package; scripts/fetch-model does it all"
    ),
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let operands = arguments.operands
    switch (operands.first, operands.count) {
    case (nil, _): return describe()
    case ("verify", 1...2):
      let path = try operands.count == 2 ? operands[1] : LanguageModels.find()
      Console.write("\(path): \(try LanguageModels.verify(at: path)) is sound")
      return .done
    case ("convert", 2...3):
      guard let path = operands.count == 3 ? operands[2] : LanguageModels.destination() else {
        throw UsageError("there is no home folder; name the file to write")
      }
      try LanguageModels.convert(packageAt: operands[1], to: path)
      Console.write("\(path): \(try LanguageModels.verify(at: path))")
      return .done
    default: throw UsageError("say verify [FILE] or convert FOLDER [FILE]; see --help")
    }
  }

  private static func describe() -> ExitStatus {
    let finding = LanguageModels.examine()
    Console.write(finding.found)
    Console.write("looked for, in this order:")
    for place in LanguageModels.places() { Console.write("  \(place)") }
    if let remedy = finding.remedy { Console.write("to get it, type: \(remedy)") }
    return finding.isGood ? .done : .failed
  }
}
