/// Finds the tags that have a line to themselves, takes those lines out, and works out indentation.
///
/// A line is standalone when, white space at its ends apart, it is made of nothing but tags that write nothing
/// themselves, or of a single partial or parent (Mustache spec, “standalone”). The arguments of a parent are written
/// elsewhere: each of them is a stream of lines of its own, and a parent with all that is in it is one tag on its line.
///
/// The white space common to the lines of an argument is taken out where it is written and the block's put in where
/// it goes (Mustache spec, inheritance: “block indentation is removed at the site of definition and added at the site
/// of expansion”).
struct Lines {
  private let bytes: [UInt8]
  private var tokens: [Token]
  private var streams = [Stream()]

  private struct Stream {
    /// The tokens of the line being read.
    var line: [Int] = []
    /// The open blocks, the outermost first; in the stream of an argument this is the argument.
    var blocks: [Block] = []
    /// How many of them are open during the whole of the line being read.
    var depth = 0
    /// Whether text is only looked through for arguments: directly inside a parent.
    let isIgnored: Bool

    init(isIgnored: Bool = false) { self.isIgnored = isIgnored }
  }

  private struct Block {
    let token: Int
    /// White space common to the lines seen so far.
    var indentation: Range<Int>?
  }

  /// Lays out well-nested tokens.
  static func layOut(_ tokens: [Token], bytes: [UInt8]) -> [Token] {
    var lines = Lines(bytes: bytes, tokens: tokens)
    for index in tokens.indices { lines.read(index) }
    lines.finishLine()
    return lines.tokens
  }

  private init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  private var top: Int { streams.count - 1 }

  private mutating func read(_ index: Int) {
    switch tokens[index].kind {
    case .text where streams[top].isIgnored: tokens[index].kind = .dropped
    case .text:
      streams[top].line.append(index)
      if bytes[tokens[index].range].last == UInt8(ascii: "\n") { finishLine() }
    case .parent:
      streams[top].line.append(index)
      streams.append(Stream(isIgnored: true))
    case .block where tokens[index].isArgument:
      streams.append(Stream())
      streams[top].line.append(index)
      streams[top].blocks.append(Block(token: index))
    case .block:
      streams[top].line.append(index)
      streams[top].blocks.append(Block(token: index))
    case .close: readClosing(index)
    case .variable, .section, .inverted, .partial, .silent, .dropped: streams[top].line.append(index)
    }
  }

  private mutating func readClosing(_ index: Int) {
    guard let opening = tokens[index].partner else { return }
    switch tokens[opening].kind {
    case .parent: streams.removeLast()
    case .block where tokens[opening].isArgument:
      streams[top].line.append(index)
      streams[top].depth = 0
      finishLine()
      if let argument = streams.removeLast().blocks.first { takeOutIndentation(of: argument) }
    case .block:
      streams[top].line.append(index)
      guard let block = streams[top].blocks.popLast() else { return }
      streams[top].depth = min(streams[top].depth, streams[top].blocks.count)
      tokens[opening].contentIndentation = block.indentation
      if let indentation = block.indentation { note(indentation, in: streams[top].blocks.count) }
    default: streams[top].line.append(index)
    }
  }

  /// Decides what becomes of the line that has just been read.
  private mutating func finishLine() {
    let line = streams[top].line
    streams[top].line.removeAll(keepingCapacity: true)
    defer { streams[top].depth = streams[top].blocks.count }

    // The line a block's argument begins on belongs to it only from the opening tag on.
    let isFirstOfArgument = line.first.map { tokens[$0].isArgument } ?? false
    let isUnended = isFirstOfArgument && line.last.map { !tokens[$0].isText } ?? false
    let leading = line.first.flatMap { isBlank($0) ? $0 : nil }
    let trailing = line.last.flatMap { isBlank($0) && $0 != leading ? $0 : nil }
    let tags = line.dropFirst(leading == nil ? 0 : 1).dropLast(trailing == nil ? 0 : 1)
    guard !tags.isEmpty || leading == nil else {
      if let leading { tokens[leading].startsLine = true }
      return
    }
    if let first = line.first { note(leadingSpace(of: first), in: streams[top].depth) }
    if !isUnended, isStandalone(tags) {
      takeOut(tags, leading: leading, trailing: trailing)
    } else if let first = line.dropFirst(isFirstOfArgument ? 1 : 0).dropLast(isUnended ? 1 : 0).first {
      tokens[first].startsLine = true
    }
  }

  private func isStandalone(_ tags: ArraySlice<Int>) -> Bool {
    tags.allSatisfy { index in
      switch tokens[index].kind {
      case .section, .inverted, .block, .close, .silent: true
      case .partial, .parent: tags.count == 1
      case .text, .variable, .dropped: false
      }
    }
  }

  private mutating func takeOut(_ tags: ArraySlice<Int>, leading: Int?, trailing: Int?) {
    for tag in tags {
      tokens[tag].isStandalone = true
      if let leading { tokens[tag].indentation = tokens[leading].range }
      if let trailing { tokens[tag].lineEnding = lineEnding(of: tokens[trailing].range) }
    }
    for text in [leading, trailing].compactMap(\.self) { tokens[text].kind = .dropped }
  }

  /// Shortens the common white space of the block that is the `depth`th of those open.
  private mutating func note(_ indentation: Range<Int>, in depth: Int) {
    guard depth > 0 else { return }
    let known = streams[top].blocks[depth - 1].indentation
    streams[top].blocks[depth - 1].indentation = known.map { common($0, indentation) } ?? indentation
  }

  private func common(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    var length = 0
    while length < min(a.count, b.count), bytes[a.lowerBound + length] == bytes[b.lowerBound + length] { length += 1 }
    return a.lowerBound..<(a.lowerBound + length)
  }

  /// Takes the white space common to all lines of an argument off each of them.
  private mutating func takeOutIndentation(of argument: Block) {
    let opening = argument.token
    guard tokens[opening].isStandalone, let closing = tokens[opening].partner else { return }
    let length = argument.indentation?.count ?? 0
    var index = opening + 1
    while length > 0, index < closing {
      let token = tokens[index]
      if token.isText {
        if token.startsLine { tokens[index].range = token.range.dropFirst(min(length, leadingSpace(of: index).count)) }
      } else {
        tokens[index].indentation = token.indentation.dropFirst(length)
        tokens[index].contentIndentation = token.contentIndentation?.dropFirst(length)
      }
      if case .parent = token.kind { index = token.partner ?? index }
      index += 1
    }
  }

  private func isBlank(_ index: Int) -> Bool {
    tokens[index].isText && bytes[tokens[index].range].allSatisfy(\.isWhiteSpace)
  }

  /// The spaces and tabs a text begins with; none for a tag.
  private func leadingSpace(of index: Int) -> Range<Int> {
    let range = tokens[index].range
    guard tokens[index].isText else { return range.lowerBound..<range.lowerBound }
    let end = range.first { bytes[$0] != UInt8(ascii: " ") && bytes[$0] != UInt8(ascii: "\t") }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  private func lineEnding(of range: Range<Int>) -> Range<Int> {
    guard range.last.map({ bytes[$0] }) == UInt8(ascii: "\n") else { return range.upperBound..<range.upperBound }
    let end = range.dropLast()
    let hasReturn = end.last.map { bytes[$0] } == UInt8(ascii: "\r")
    return (hasReturn ? end.dropLast().upperBound : end.upperBound)..<range.upperBound
  }
}
