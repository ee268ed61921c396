public import Diagnostics
public import Escaping

/// The templates of a site, compiled once and rendered as often as wanted, from any thread.
///
///     var diagnostics = Diagnostics()
///     let library = TemplateLibrary(compiling: sources, diagnostics: &diagnostics)
///     var out = ByteWriter()
///     library.render("page", with: ["title": "Gull Sound"], into: &out, diagnostics: &diagnostics)
///
/// The language is Mustache: comments, delimiters, interpolation, sections, inverted sections and partials, with the
/// inheritance and dynamic-names parts of the spec, without lambdas (https://github.com/mustache/spec).
public struct TemplateLibrary: Sendable {
  /// What a tag is that names a partial or parent nobody has written.
  public enum UnknownPartials: Sendable {
    /// An error when the template is compiled.
    case error
    /// Nothing, as the spec has it.
    case empty
  }

  let program: Program
  /// Lowered in tests only.
  package var limits = Limits()

  /// Compiles templates.
  ///
  /// Every error of every template is reported. A template with errors is known by its name and cannot be rendered.
  ///
  /// - Parameters:
  ///   - sources: the templates by the names that partial and parent tags use; a name may come only once.
  ///   - unknownPartials: what a tag is that names a template not among `sources`. A dynamic name that finds none is
  ///     always nothing.
  public init(
    compiling sources: [(name: String, source: SourceText)], unknownPartials: UnknownPartials = .error,
    diagnostics: inout Diagnostics
  ) {
    var compiler = Compiler(unknownPartials: unknownPartials)
    compiler.compile(sources)
    program = compiler.program
    diagnostics.append(contentsOf: compiler.diagnostics)
  }

  /// The names of all templates, in no particular order.
  public var names: some Collection<String> { program.names.keys }

  /// Whether there is a template of that name, with errors or without.
  public func contains(_ name: String) -> Bool { program.names[name] != nil }

  /// Everything a template names, in the order of its text; empty for a template that is not there or has errors.
  public func mentions(in name: String) -> [Mention] {
    program.names[name].map { program.templates[$0].mentions } ?? []
  }

  /// Writes a template with its data.
  ///
  /// A name the data does not have is written as nothing. A template that does not come to an end, because a partial
  /// brings in itself, is an error.
  ///
  /// - Returns: `false` where there was an error; `out` is then as it was before. A template that could not be compiled
  ///   has had its errors reported and reports no more.
  @discardableResult
  public func render(
    _ name: String, with value: Value, into out: inout ByteWriter, diagnostics: inout Diagnostics
  ) -> Bool {
    guard let template = program.names[name] else {
      diagnostics.error("unknown-template", "no template “\(name)”", help: nearest(to: name))
      return false
    }
    guard let entry = program.templates[template].entry else { return false }
    let start = out.count
    var renderer = Renderer(program: program, value: value, limits: limits)
    guard let failure = renderer.run(from: entry, into: &out) else { return true }
    out.truncate(to: start)
    diagnostics.report(failure.diagnostic(rendering: name, program: program))
    return false
  }

  private func nearest(to name: String) -> String? {
    nearestName(to: name, among: program.templates.map(\.name)).map { "did you mean “\($0)”?" }
  }
}
