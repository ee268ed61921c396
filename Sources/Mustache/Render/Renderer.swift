import Escaping

/// Runs a program over a value: a loop over instructions with three explicit stacks, so that nothing recurses.
struct Renderer {
  let program: Program

  /// The values names are looked up in, the nearest last.
  var contexts: [Context]
  /// The sections being gone through, the innermost last.
  private var loops: [Loop] = []
  /// The templates and arguments being rendered, the innermost last.
  var calls: [Call] = []

  /// The arguments of the parents being rendered.
  var bindings: [Binding] = []
  /// The newest of them that the template being rendered can see.
  var binding: Int?

  /// What the lines of the template being rendered are indented by: the bytes from `indentationStart` on.
  var indentation: [UInt8] = []
  var indentationStart = 0

  private let limits: Limits
  var steps = 0

  /// A value names are looked up in.
  struct Context {
    let value: Value
    /// The value where it is an object, else one without members: to look into the value would be to copy it.
    let object: Object

    init(_ value: Value) {
      self.value = value
      object = if case .object(let object) = value { object } else { Object() }
    }
  }

  /// A section being gone through.
  private struct Loop {
    /// Empty for a value that is not a list.
    let items: [Value]
    var position = 0
    /// The first instruction of the content.
    let body: Int
  }

  /// A template or argument being rendered, and what to go back to after it.
  struct Call {
    let instruction: Int
    let indentationStart: Int
    let indentationCount: Int
    let binding: Int?
    let bindingCount: Int
    /// What ends the last line, in ``Program/text``, where something was written after `outputCount` and did not end it.
    let lineEnding: Range<Int>
    let outputCount: Int
  }

  /// The arguments of one parent.
  struct Binding {
    /// Indices into ``Program/arguments``.
    let arguments: Range<Int>
    /// The arguments that the template with the parent tag was itself given, which come before these.
    let outer: Int?
  }

  init(program: Program, value: Value, limits: Limits) {
    self.program = program
    self.limits = limits
    contexts = [Context(value)]
  }

  /// Renders from an instruction on to the end of its template.
  ///
  /// - Returns: why it could not be done; `nil` where it was.
  mutating func run(from entry: Int, into out: inout ByteWriter) -> RenderFailure? {
    var next = entry
    while true {
      let instruction = program.instructions[next]
      next += 1
      steps += 1 + contexts.count / 16
      switch instruction {
      case .text(let range, let startsLine): writeText(range, startsLine: startsLine, into: &out)
      case .variable(let path, let isEscaped): write(program.paths[path], isEscaped: isEscaped, into: &out)
      case .section(let path, let end):
        if !enter(program.paths[path], body: next) { next = end }
      case .next:
        if let body = advance() { next = body }
        if steps > limits.steps || out.count > limits.outputSize { return RenderFailure(.endless) }
      case .inverted(let path, let end):
        if resolve(program.paths[path])?.isTrue ?? false { next = end }
      case .call(let number):
        let site = program.calls[number]
        guard calls.count < Limits.calls else { return RenderFailure(.recursion, at: site) }
        if steps > limits.steps || out.count > limits.outputSize { return RenderFailure(.endless, at: site) }
        if let target = call(site, from: next, outputCount: out.count) { next = target }
      case .block(let number):
        let site = program.blocks[number]
        guard calls.count < Limits.calls else { return RenderFailure(.recursion, at: site) }
        if let target = replace(site, outputCount: out.count) { next = target }
      case .jump(let target): next = target
      case .leave:
        guard let call = calls.popLast() else { return nil }
        leave(call, into: &out)
        next = call.instruction
      }
    }
  }

  /// Begins a section's content; `false` where there is nothing to show it for.
  private mutating func enter(_ path: Path, body: Int) -> Bool {
    guard let value = resolve(path), value.isTrue else { return false }
    if case .list(let items) = value {
      loops.append(Loop(items: items, body: body))
      contexts.append(Context(items[0]))
    } else {
      loops.append(Loop(items: [], body: body))
      contexts.append(Context(value))
    }
    return true
  }

  /// Goes on to a section's next item, and says where its content begins; `nil` after the last.
  private mutating func advance() -> Int? {
    let top = loops.count - 1
    loops[top].position += 1
    if loops[top].position < loops[top].items.count {
      contexts[contexts.count - 1] = Context(loops[top].items[loops[top].position])
      return loops[top].body
    }
    loops.removeLast()
    contexts.removeLast()
    return nil
  }
}
