import Escaping

extension Renderer {
  /// Begins a partial or parent.
  ///
  /// - Returns: where its instructions begin; `nil` where there is no such template.
  mutating func call(_ site: CallSite, from instruction: Int, outputCount: Int) -> Int? {
    guard let entry = entry(of: site.target) else { return nil }
    push(to: instruction, indentation: site.indentation, lineEnding: 0..<0, outputCount: outputCount)
    if !site.arguments.isEmpty {
      bindings.append(Binding(arguments: site.arguments, outer: binding))
      binding = bindings.count - 1
    }
    return entry
  }

  private func entry(of target: CallSite.Target) -> Int? {
    switch target {
    case .template(let template): return program.templates[template].entry
    case .dynamic(let path):
      guard case .text(let name)? = resolve(program.paths[path]) else { return nil }
      return program.names[name].flatMap { program.templates[$0].entry }
    case .nothing: return nil
    }
  }

  /// Begins the argument given for a block.
  ///
  /// Of several the outermost parent's counts. The blocks inside an argument are parameters of the template it is written
  /// in, so that they see what that template was given.
  ///
  /// - Returns: where its instructions begin; `nil` where none was given.
  mutating func replace(_ site: BlockSite, outputCount: Int) -> Int? {
    var found: (entry: Int, outer: Int?)?
    var candidate = binding
    while let number = candidate {
      let binding = bindings[number]
      steps += 1 + binding.arguments.count
      for argument in program.arguments[binding.arguments] where argument.block == site.name {
        found = (argument.entry, binding.outer)
      }
      candidate = binding.outer
    }
    guard let found else { return nil }
    push(to: site.end, indentation: site.indentation, lineEnding: site.lineEnding, outputCount: outputCount)
    binding = found.outer
    return found.entry
  }

  private mutating func push(
    to instruction: Int, indentation added: Range<Int>?, lineEnding: Range<Int>, outputCount: Int
  ) {
    calls.append(
      Call(
        instruction: instruction, indentationStart: indentationStart, indentationCount: indentation.count,
        binding: binding, bindingCount: bindings.count, lineEnding: lineEnding, outputCount: outputCount))
    if let added {
      indentation += program.text[added]
    } else {
      indentationStart = indentation.count
    }
  }

  /// Goes back to what was being rendered before a call.
  mutating func leave(_ call: Call, into out: inout ByteWriter) {
    if !call.lineEnding.isEmpty, out.count > call.outputCount, out.last != UInt8(ascii: "\n") {
      out.raw(program.text[call.lineEnding])
    }
    indentation.removeSubrange(call.indentationCount...)
    indentationStart = call.indentationStart
    bindings.removeSubrange(call.bindingCount...)
    binding = call.binding
  }
}
