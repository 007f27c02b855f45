import FoundationEssentials

/// The unpacked folder of a spaCy model package, read part by part.
struct ModelPackage {
  /// The folder that holds `config.cfg`.
  let path: String

  /// Opens a folder; it may also be one above that of the model.
  init(path: String) throws(ModelError) {
    for candidate in [path] + Self.folders(in: path) + Self.folders(in: path).flatMap(Self.folders)
    where Self.exists(candidate + "/config.cfg") && Self.exists(candidate + "/tok2vec/model") {
      self.path = candidate
      return
    }
    throw .package(path: path, reason: "there is no config.cfg with a tok2vec folder beside it")
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private static func folders(in path: String) -> [String] {
    // A folder that cannot be listed has no model in it; the caller reports that none was found.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }
  }

  /// The bytes of a file of the package.
  func bytes(_ name: String) throws(ModelError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    } catch {
      throw .package(path: path, reason: "\(name) cannot be read")
    }
  }

  /// A MessagePack file of the package.
  func messages(_ name: String) throws(ModelError) -> MessagePack {
    let bytes = try bytes(name)
    do throws(MessagePackReader.Fault) {
      return try MessagePackReader.read(bytes)
    } catch {
      throw .package(path: path, reason: "\(name) is damaged at \(error.offset): \(error.reason)")
    }
  }

  /// A JSON text of the package.
  func json<Value: Decodable>(_ type: Value.Type, _ text: [UInt8], of name: String)
    throws(ModelError) -> Value
  {
    do {
      return try JSONDecoder().decode(type, from: Data(text))
    } catch {
      throw .package(path: path, reason: "\(name) is not the JSON that was expected")
    }
  }

  /// The layers of a component that are of one kind, in their order.
  func layers(_ component: String) throws(ModelError) -> LayerList {
    let model = try messages("\(component)/model")
    guard let nodes = model["nodes"]?.array, let attributes = model["attrs"]?.array,
      let parameters = model["params"]?.array, nodes.count == attributes.count,
      nodes.count == parameters.count
    else { throw .package(path: path, reason: "\(component)/model has another form") }
    return LayerList(
      package: path, component: component, nodes: nodes, attributes: attributes,
      parameters: parameters)
  }
}

/// The layers of one component of a model.
struct LayerList {
  let package: String
  let component: String
  let nodes: [MessagePack]
  let attributes: [MessagePack]
  let parameters: [MessagePack]

  /// The indices of the layers with this name.
  func indices(_ name: String) -> [Int] {
    nodes.indices.filter { nodes[$0]["name"]?.text == name }
  }

  /// A parameter with the given shape; zeros in `shape` stand for any size.
  func tensor(_ index: Int, _ name: String, shape: [Int]) throws(ModelError) -> Tensor {
    guard let value = parameters[index][name], let tensor = Tensor(value),
      tensor.shape.count == shape.count,
      zip(tensor.shape, shape).allSatisfy({ $0 == $1 || $1 == 0 })
    else {
      throw .package(
        path: package, reason: "\(component): parameter \(name) of layer \(index) is not \(shape)")
    }
    return tensor
  }

  /// An attribute, which is MessagePack within MessagePack.
  func attribute(_ index: Int, _ name: String) throws(ModelError) -> MessagePack {
    guard case .binary(let bytes)? = attributes[index][name],
      // Damage is reported as the missing attribute that it amounts to.
      let value = try? MessagePackReader.read(bytes)
    else {
      throw .package(path: package, reason: "\(component): layer \(index) has no \(name)")
    }
    return value
  }
}
