import FoundationEssentials
import Primitives

/// Converts the unpacked package `en_core_web_sm` into one flat file that can be mapped.
public struct ModelConverter {
  let package: ModelPackage
  var writer = ModelWriter()
  let symbols = SymbolTable.standard

  /// The bytes of the model file for the package at a folder; throws `ModelError` when it does not fit.
  public static func convert(packageAt path: String) throws -> [UInt8] {
    var converter = ModelConverter(package: try ModelPackage(path: path))
    try converter.addInformation()
    try converter.addTokenizer()
    try converter.addNorms()
    try converter.addEncoder("tok2vec", from: "tok2vec")
    try converter.addTagger()
    try converter.addTransitions("parser", moves: ["S", "D", "L", "R", "B"])
    try converter.addEncoder("ner", from: "ner")
    try converter.addTransitions("ner", moves: ["M", "B", "I", "L", "U", "O"])
    try converter.addRuler()
    try converter.addLemmas()
    return converter.writer.encoded()
  }

  /// Converts the package at a folder and puts the model file at a path, whole or not at all.
  public static func convert(packageAt folder: String, to path: String) throws {
    let bytes = try convert(packageAt: folder)
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw ModelError.unwritable(path: path)
    }
  }

  func fault(_ reason: String) -> ModelError { .package(path: package.path, reason: reason) }

  private struct Meta: Decodable {
    let lang: String
    let name: String
    let version: String
  }

  private mutating func addInformation() throws(ModelError) {
    let bytes = try package.bytes("meta.json")
    let meta = try package.json(Meta.self, bytes, of: "meta.json")
    guard meta.lang == "en" else { throw fault("its language is \(meta.lang), not en") }
    writer.add("information", strings: [meta.lang, meta.name, meta.version])
  }

  // MARK: Encoders

  private mutating func addEncoder(_ name: String, from component: String) throws(ModelError) {
    let layers = try package.layers(component)
    guard let extract = layers.indices("extract_features").first,
      let columns = try layers.attribute(extract, "columns").array?.compactMap(\.text)
    else { throw fault("\(component) does not say its features") }
    var tables: [String] = []
    let embeds = layers.indices("hashembed")
    guard embeds.count == columns.count else { throw fault("\(component) lacks tables") }
    for (column, index) in zip(columns, embeds) {
      let table = try layers.tensor(index, "E", shape: [0, 96])
      guard let seed = try layers.attribute(index, "seed").integer else {
        throw fault("\(component): table \(column) has no seed")
      }
      tables += [column, String(table.shape[0]), String(seed)]
      writer.add("\(name).embed.\(column)", floats: table.values)
    }
    writer.add("\(name).features", strings: tables)
    let maxouts = layers.indices("maxout")
    let norms = layers.indices("layernorm")
    guard maxouts.count == 5, norms.count == 5 else { throw fault("\(component) has other layers") }
    for (number, (maxout, norm)) in zip(maxouts, norms).enumerated() {
      let inputs = number == 0 ? columns.count * 96 : 288
      let weights = try layers.tensor(maxout, "W", shape: [96, 3, inputs])
      let bias = try layers.tensor(maxout, "b", shape: [96, 3])
      let gain = try layers.tensor(norm, "G", shape: [96])
      let shift = try layers.tensor(norm, "b", shape: [96])
      writer.add("\(name).\(number).weights", floats: WeightPacking.maxout(weights))
      writer.add("\(name).\(number).bias", floats: WeightPacking.maxoutBias(bias))
      writer.add("\(name).\(number).gain", floats: gain.values)
      writer.add("\(name).\(number).shift", floats: shift.values)
    }
  }

  // MARK: Heads

  private struct Labels: Decodable {
    let labels: [String]
  }

  private mutating func addTagger() throws(ModelError) {
    let layers = try package.layers("tagger")
    let settings = try package.bytes("tagger/cfg")
    let labels = try package.json(Labels.self, settings, of: "tagger/cfg").labels
    guard let softmax = layers.indices("softmax").first, !labels.isEmpty, labels.count <= 64 else {
      throw fault("the tagger has another form")
    }
    let weights = try layers.tensor(softmax, "W", shape: [labels.count, 96])
    let bias = try layers.tensor(softmax, "b", shape: [labels.count])
    writer.add("tagger.labels", strings: labels)
    writer.add("tagger.weights", floats: WeightPacking.affine(weights))
    writer.add("tagger.bias", floats: WeightPacking.padded(bias.values, to: 64))
  }

  private mutating func addTransitions(_ name: String, moves: [String]) throws(ModelError) {
    let layers = try package.layers(name)
    let names = try moveNames(name, moves)
    guard let lower = layers.indices("precomputable_affine").first,
      layers.indices("linear").count == 2
    else { throw fault("\(name) has other layers") }
    let (upper, linear) = (layers.indices("linear")[0], layers.indices("linear")[1])
    let features = try layers.tensor(lower, "W", shape: [0, 64, 2, 64])
    let count = features.shape[0]
    let lowerBias = try layers.tensor(lower, "b", shape: [64, 2])
    let padding = try layers.tensor(lower, "pad", shape: [1, count, 64, 2])
    let classes = try layers.tensor(upper, "W", shape: [names.count, 64])
    let classBias = try layers.tensor(upper, "b", shape: [names.count])
    let projection = try layers.tensor(linear, "W", shape: [64, 96])
    writer.add("\(name).moves", strings: names)
    writer.add("\(name).projection.weights", floats: WeightPacking.affine(projection))
    writer.add(
      "\(name).projection.bias", floats: try layers.tensor(linear, "b", shape: [64]).values)
    writer.add("\(name).lower.weights", floats: WeightPacking.lower(features))
    writer.add(
      "\(name).lower.bias", floats: WeightPacking.pieces(lowerBias.values, hidden: 64))
    writer.add(
      "\(name).lower.padding", floats: WeightPacking.pieces(padding.values, hidden: 64))
    writer.add("\(name).upper.weights", floats: WeightPacking.upper(classes))
    writer.add("\(name).upper.bias", floats: WeightPacking.padded(classBias.values, to: 16))
  }

  /// The transitions in the order of their scores: by kind, then frequent before rare.
  private func moveNames(_ component: String, _ kinds: [String]) throws(ModelError) -> [String] {
    let file = try package.messages("\(component)/moves")
    guard let text = file["moves"]?.text else { throw fault("\(component)/moves has no moves") }
    let moves = try package.json(
      [String: [String: Int]].self, Array(text.utf8), of: "\(component)/moves")
    var names: [String] = []
    for (number, kind) in kinds.enumerated() {
      let labels = moves[String(number), default: [:]]
      guard labels.values.allSatisfy({ $0 >= 0 }) else {
        throw fault("\(component)/moves has labels that were added later")
      }
      // By code points, as the format orders labels, not by canonical equivalence.
      let sorted = labels.sorted { a, b in
        a.value == b.value
          ? b.key.unicodeScalars.lexicographicallyPrecedes(a.key.unicodeScalars)
          : a.value > b.value
      }
      names += sorted.map { $0.key.isEmpty ? kind : "\(kind)-\($0.key)" }
    }
    return names
  }
}
