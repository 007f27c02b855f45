/// The list of active formatting elements: what a browser puts back after a block closed it.
extension TreeBuilder {
  /// Inserts a formatting element; of equal ones three at most stay in the list.
  mutating func insertFormatting(_ start: StartTag) {
    reconstruct()
    let node = insert(start)
    let hash = start.hash ^ UInt64(bitPattern: Int64(start.name))
    var (equal, first) = (0, 0)
    for index in formatting.indices.reversed() {
      if formatting[index].node < 0 { break }
      if formatting[index].hash == hash { (equal, first) = (equal + 1, index) }
    }
    if equal >= 3 { formatting.remove(at: first) }
    count(formatting.count)
    formatting.append(Formatting(node: node, hash: hash))
  }

  /// Forgets the list up to the last marker.
  mutating func clearFormatting() {
    while let last = formatting.popLast(), last.node >= 0 {}
  }

  /// Opens the formatting elements again that a block closed.
  mutating func reconstruct() {
    guard let last = formatting.last, !isSettled(last) else { return }
    var index = formatting.count - 1
    while index > 0, !isSettled(formatting[index - 1]) { index -= 1 }
    for entry in index..<formatting.count {
      let node = makeCopy(of: formatting[entry].node)
      put(node)
      push(node)
      formatting[entry].node = node
      count(8)
      if fault != nil { return }
    }
  }

  private func isSettled(_ entry: Formatting) -> Bool {
    entry.node < 0 || open.contains(entry.node)
  }

  /// The last formatting element of a tag after the last marker.
  func formattingIndex(of wanted: HTMLTag) -> Int? {
    for index in formatting.indices.reversed() {
      if formatting[index].node < 0 { return nil }
      if tag(formatting[index].node) == wanted { return index }
    }
    return nil
  }

  /// Takes the end tag of a formatting element: the "adoption agency algorithm" of the standard.
  mutating func adopt(_ end: HTMLTag, name: Int32) {
    if currentTag == end, !formatting.contains(where: { $0.node == current }) {
      open.removeLast()
      return
    }
    for _ in 0..<8 {
      count(open.count)
      guard let entry = formattingIndex(of: end) else { return endOther(end, name: name) }
      let element = formatting[entry].node
      guard let position = open.lastIndex(of: element) else {
        formatting.remove(at: entry)
        return
      }
      guard isOpen(node: element) else { return }
      guard
        let block = open[(position + 1)...].firstIndex(where: { isSpecial(nodes[Int($0)]) })
      else {
        pop(throughNode: element)
        formatting.remove(at: entry)
        return
      }
      rearrange(element, around: open[block], blockIndex: block, parent: open[position - 1])
      if fault != nil { return }
    }
  }

  /// One turn of the algorithm: the block leaves the element and takes a copy of it inside.
  private mutating func rearrange(
    _ element: Int32, around block: Int32, blockIndex: Int, parent: Int32
  ) {
    var bookmark = formatting.firstIndex { $0.node == element } ?? 0
    var index = blockIndex
    var last = block
    var turns = 0
    while index > 0 {
      index -= 1
      turns += 1
      count(formatting.count)
      let node = open[index]
      if node == element { break }
      var entry = formatting.firstIndex { $0.node == node }
      if turns > 3, let found = entry {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        entry = nil
      }
      guard let entry else {
        open.remove(at: index)
        continue
      }
      let copy = makeCopy(of: node)
      formatting[entry].node = copy
      open[index] = copy
      if last == block { bookmark = entry + 1 }
      detach(last)
      append(last, to: copy)
      last = copy
    }
    detach(last)
    put(last, parent)
    let copy = makeCopy(of: element)
    moveChildren(of: block, to: copy)
    append(copy, to: block)
    replace(element, by: copy, at: bookmark, below: block)
  }

  /// Gives the copy the element's place in the list and the stack.
  private mutating func replace(
    _ element: Int32, by copy: Int32, at bookmark: Int, below block: Int32
  ) {
    var bookmark = bookmark
    if let old = formatting.firstIndex(where: { $0.node == element }) {
      let hash = formatting.remove(at: old).hash
      if old < bookmark { bookmark -= 1 }
      formatting.insert(
        Formatting(node: copy, hash: hash), at: min(bookmark, formatting.count))
    }
    if let old = open.lastIndex(of: element) { open.remove(at: old) }
    if let place = open.lastIndex(of: block) { open.insert(copy, at: place + 1) }
  }
}
