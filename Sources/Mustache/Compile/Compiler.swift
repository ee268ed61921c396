import Diagnostics

/// Compiles a library's templates, one after the other, into one program.
struct Compiler {
  private(set) var program = Program()
  private(set) var diagnostics = Diagnostics()
  private let unknownPartials: TemplateLibrary.UnknownPartials

  init(unknownPartials: TemplateLibrary.UnknownPartials) { self.unknownPartials = unknownPartials }

  mutating func compile(_ sources: [(name: String, source: SourceText)]) {
    for (name, source) in sources {
      if let first = program.names.updateValue(program.templates.count, forKey: name) {
        diagnostics.error(
          "duplicate-template", "template “\(name)” comes twice", at: source.location(0..<1),
          notes: [.init("first here", at: program.templates[first].source.location(0..<1))], help: "keep one of the two"
        )
      }
      program.templates.append(Program.Template(name: name, source: source))
    }
    for template in program.templates.indices { compile(template) }
    UnknownBlocks.report(in: program, to: &diagnostics)
  }

  private mutating func compile(_ template: Int) {
    let source = program.templates[template].source
    var errors = TemplateErrors(source: source)
    defer { diagnostics.append(contentsOf: errors.diagnostics) }
    guard isReadable(source, errors: &errors) else { return }
    var scanner = Scanner(source)
    scanner.scan()
    errors = scanner.errors
    var tokens = scanner.tokens
    if !errors.isFull { Nesting.match(&tokens, errors: &errors) }
    for token in tokens { bind(token, in: template, errors: &errors) }
    guard errors.isEmpty else { return }
    program.templates[template].mentions = Mention.all(in: tokens, of: source)
    Emitter.emit(Lines.layOut(tokens, bytes: source.bytes), of: template, into: &program)
  }

  private func isReadable(_ source: SourceText, errors: inout TemplateErrors) -> Bool {
    guard source.bytes.count <= Limits.templateSize else {
      errors.report(
        "template-size", "template is larger than \(Limits.templateSize >> 20) MiB", at: 0..<0,
        help: "split it into partials")
      return false
    }
    let bytes = source.bytes
    let span = bytes.span
    do {
      _ = try UTF8Span(validating: span)
      return true
    } catch {
      errors.report(
        "template-encoding", "template is not UTF-8", at: error.byteOffsets, help: "save the file as UTF-8")
      return false
    }
  }

  /// Says where a partial or parent is not among the templates.
  private func bind(_ token: Token, in template: Int, errors: inout TemplateErrors) {
    guard unknownPartials == .error, !token.isDynamic, !token.name.isEmpty else { return }
    let noun: String
    switch token.kind {
    case .partial: noun = "partial"
    case .parent: noun = "parent"
    default: return
    }
    let name = String(decoding: errors.source.bytes[token.name], as: UTF8.self)
    guard program.names[name] == nil else { return }
    let nearest = nearestName(to: name, among: program.templates.map(\.name))
    errors.report(
      "unknown-\(noun)", "no \(noun) “\(errors.quoted(token.name))”", at: token.range,
      help: nearest.map { "did you mean “\($0)”?" } ?? file(for: name, besides: program.templates[template]))
  }

  /// Says which file a template of a name would be, going by the file another one is.
  private func file(for name: String, besides template: Program.Template) -> String? {
    let path = template.source.path
    guard let stem = path.ranges(of: template.name).last else { return nil }
    return "write it as \(path[..<stem.lowerBound])\(name)\(path[stem.upperBound...])"
  }
}
