import Diagnostics

/// Turns laid-out tokens into instructions.
struct Emitter {
  var program: Program
  let template: Int
  let bytes: [UInt8]
  let source: SourceText

  /// What is open at the token being emitted, the outermost first.
  private var open: [Opening] = []
  /// No instruction before this one may still grow: something goes to it from elsewhere.
  private var barrier = 0
  private var pathNumbers: [ArraySlice<UInt8>: Int] = [:]

  private struct Opening {
    /// The instruction, or block site, to be told where the tag closes.
    let number: Int
    let token: Token
    /// The arguments of a parent.
    var arguments: [Argument] = []
  }

  /// Adds the instructions of a template without errors to `program`.
  static func emit(_ tokens: [Token], of template: Int, into program: inout Program) {
    let source = program.templates[template].source
    var emitter = Emitter(program: program, template: template, source: source)
    program = Program()
    emitter.emit(tokens)
    program = emitter.program
  }

  private init(program: Program, template: Int, source: SourceText) {
    self.program = program
    self.template = template
    self.source = source
    bytes = source.bytes
  }

  private var here: Int { program.instructions.count }

  private mutating func emit(_ tokens: [Token]) {
    program.templates[template].entry = here
    barrier = here
    for token in tokens { emit(token) }
    program.instructions.append(.leave)
  }

  private mutating func emit(_ token: Token) {
    if token.startsLine, !token.isText { add(text: token.range.prefix(0), startsLine: true) }
    switch token.kind {
    case .text: add(text: token.range, startsLine: token.startsLine)
    case .variable(let isEscaped):
      program.instructions.append(.variable(path: path(token.name), isEscaped: isEscaped))
    case .section:
      open.append(Opening(number: here, token: token))
      program.instructions.append(.section(path: path(token.name), end: here))
    case .inverted:
      open.append(Opening(number: here, token: token))
      program.instructions.append(.inverted(path: path(token.name), end: here))
    case .block where token.isArgument:
      open.append(Opening(number: here, token: token))
      barrier = here
    case .block:
      open.append(Opening(number: program.blocks.count, token: token))
      program.instructions.append(.block(program.blocks.count))
      program.blocks.append(blockSite(token))
    case .parent:
      open.append(Opening(number: here, token: token))
      program.instructions.append(.jump(here))
    case .partial: call(token, arguments: [])
    case .close: if let opening = open.popLast() { close(opening) }
    case .silent, .dropped: break
    }
  }

  private mutating func close(_ opening: Opening) {
    let token = opening.token
    switch token.kind {
    case .section:
      program.instructions.append(.next)
      program.instructions[opening.number] = .section(path: path(token.name), end: here)
    case .inverted: program.instructions[opening.number] = .inverted(path: path(token.name), end: here)
    case .parent:
      program.instructions[opening.number] = .jump(here)
      call(token, arguments: opening.arguments)
    case .block where token.isArgument:
      program.instructions.append(.leave)
      let argument = Argument(block: key(bytes[token.name]), entry: opening.number, tag: token.range)
      if !open.isEmpty { open[open.count - 1].arguments.append(argument) }
    case .block: program.blocks[opening.number].end = here
    default: break
    }
    barrier = here
  }

  /// Adds text, to the instruction before where that is text too and nothing comes between.
  ///
  /// The start of a line that begins with a tag is a text without bytes, and an instruction to itself: as part of the
  /// text before, there would be nothing to indent.
  private mutating func add(text range: Range<Int>, startsLine: Bool) {
    let start = program.text.count
    program.text.append(contentsOf: bytes[range])
    let added = start..<program.text.count
    let isGrowing = here > barrier && !(startsLine && range.isEmpty)
    if isGrowing, case .text(let before, let beforeStartsLine)? = program.instructions.last {
      program.instructions[here - 1] = .text(before.lowerBound..<added.upperBound, startsLine: beforeStartsLine)
    } else {
      program.instructions.append(.text(added, startsLine: startsLine))
    }
  }

  private mutating func call(_ token: Token, arguments: [Argument]) {
    let first = program.arguments.count
    program.arguments += arguments
    let name = String(decoding: bytes[token.name], as: UTF8.self)
    let target: CallSite.Target =
      if token.isDynamic {
        .dynamic(path: path(token.name))
      } else if let template = program.names[name] {
        .template(template)
      } else {
        .nothing
      }
    let site = CallSite(
      target: target, arguments: first..<program.arguments.count,
      indentation: token.isStandalone ? keep(token.indentation) : nil, template: template, tag: token.range)
    program.instructions.append(.call(program.calls.count))
    program.calls.append(site)
  }

  private mutating func blockSite(_ token: Token) -> BlockSite {
    BlockSite(
      name: key(bytes[token.name]), end: here,
      indentation: token.isStandalone ? keep(token.contentIndentation ?? token.indentation) : nil,
      lineEnding: keep(token.lineEnding), template: template, tag: token.range)
  }

  /// Copies bytes of the template that are not written where they stand, for the instruction about to be added.
  private mutating func keep(_ range: Range<Int>) -> Range<Int> {
    let start = program.text.count
    program.text.append(contentsOf: bytes[range])
    return start..<program.text.count
  }

  private func key(_ name: ArraySlice<UInt8>) -> Key { Key(String(decoding: name, as: UTF8.self)) }

  private mutating func path(_ name: Range<Int>) -> Int {
    if let number = pathNumbers[bytes[name]] { return number }
    let keys = bytes[name].split(separator: UInt8(ascii: ".")).map(key)
    let first = program.keys.count
    program.keys += keys.dropFirst()
    program.paths.append(Path(first: keys.first, rest: first..<program.keys.count))
    pathNumbers[bytes[name]] = program.paths.count - 1
    return program.paths.count - 1
  }
}
