import FoundationEssentials
import TestSupport

@testable import Linguistics

/// A model with the shape of the real one, small tables and random weights, made from a seed.
///
/// It reads no English, but everything runs: so the engine can be tried where no model is installed.
struct TinyModel {
  private static let features = [("NORM", 60), ("PREFIX", 20), ("SUFFIX", 40), ("SHAPE", 20)]

  private var random: SeededGenerator
  private var writer = ModelWriter()

  /// The bytes of the model; made once, as it takes a moment.
  private static let bytes = TinyModel.encoded(seed: 1)

  /// Writes the model into the folder; returns its path.
  static func write(to folder: TemporaryFolder) throws -> String {
    let path = folder.file("tiny.model")
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  private static func encoded(seed: UInt64) -> [UInt8] {
    var model = TinyModel(random: SeededGenerator(seed: seed))
    model.addWords()
    model.addEncoder("tok2vec", features + [("SPACY", 5), ("IS_SPACE", 5)])
    model.addEncoder("ner", features)
    model.add("tagger.weights", 64 * 96)
    model.add("tagger.bias", 64)
    model.writer.add("tagger.labels", strings: ["NN", "VB", "IN", "_SP", "."])
    model.addTransitions(
      "parser", features: Parser.features,
      moves: [
        "S", "D", "L-nsubj", "L-det", "L-prep||dobj", "R-dobj", "R-prep", "R-acl||nsubj",
        "B-ROOT",
      ])
    model.addTransitions(
      "ner", features: NameRecogniser.features,
      moves: ["B-ORG", "B-PERSON", "I-ORG", "I-PERSON", "L-ORG", "L-PERSON", "U-ORG", "U-PERSON"]
        + ["U", "O"])
    return model.writer.encoded()
  }

  private mutating func add(_ name: String, _ count: Int) {
    let values = (0..<count).map { _ in Float.random(in: -0.3...0.3, using: &random) }
    writer.add(name, floats: values)
  }

  private mutating func addEncoder(_ name: String, _ features: [(String, Int)]) {
    writer.add(
      "\(name).features",
      strings: features.enumerated().flatMap { [$1.0, String($1.1), String($0 + 8)] })
    for feature in features { add("\(name).embed.\(feature.0)", feature.1 * 96) }
    for number in 0...4 {
      add("\(name).\(number).weights", 96 * 3 * (number == 0 ? features.count * 96 : 288))
      add("\(name).\(number).bias", 288)
      add("\(name).\(number).gain", 96)
      add("\(name).\(number).shift", 96)
    }
  }

  private mutating func addTransitions(_ name: String, features: Int, moves: [String]) {
    let classes = (moves.count + 15) / 16 * 16
    writer.add("\(name).moves", strings: moves)
    add("\(name).projection.weights", 64 * 96)
    add("\(name).projection.bias", 64)
    add("\(name).lower.weights", features * 128 * 64)
    add("\(name).lower.bias", 128)
    add("\(name).lower.padding", features * 128)
    add("\(name).upper.weights", 64 * classes)
    add("\(name).upper.bias", classes)
  }

  private mutating func addWords() {
    writer.add("information", strings: ["en", "tiny", "1.0"])
    writer.add(
      "tokenizer.patterns",
      strings: [
        #"^\(|^\[|^"|^'|^\.\.+|^,|^[$€]"#, #"\)$|\]$|"$|'$|'s$|,$|\.\.+$|(?<=[a-z0-9)])\.$"#,
        #"\.\.+|(?<=[a-z]),(?=[a-z])|(?<=\w)(?:-|—)(?=\w)"#,
        #"^(?:[\w+.-]{2,}://)?(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}(?:[/?#]\S*)?$"#,
      ])
    writer.add(
      "tokenizer.exceptions",
      strings: ["don't", "2", "do", "", "n't", "not", "U.K.", "1", "U.K.", "", ":)", "1", ":)", ""])
    writer.add("tokenizer.cases", strings: ["2", ":", ")"])
    writer.add("norms.ids", strings: ["1f"])
    writer.add("norms.words", strings: ["x"])
    writer.add(
      "ruler",
      strings: [
        "0", "2", "POS", "NOUN", "MORPH", "Number=Plur", "1", "1", "TAG", "IN", "1", "NN",
        "0", "1", "POS", "VERB", "1", "1", "TAG", "IN", "1", "VB",
        "1", "1", "LEMMA", "to", "2", "1", "LOWER", "IN", "1", "a", "1", "LOWER", "IN", "1", "b",
        "0", "2", "TAG", "_SP", "POS", "SPACE", "1", "1", "IS_SPACE", "IN", "1", "1",
      ])
    writer.add("lemmas.parts", strings: ["noun"])
    writer.add("lemmas.noun.rules", strings: ["s", "", "ies", "y"])
    writer.add("lemmas.noun.index", SortedWords.encode(["desk", "story"]))
    writer.add("lemmas.noun.exceptions", SortedWords.encode(["mice"]))
    writer.add("lemmas.noun.forms", strings: ["mouse"])
  }
}
