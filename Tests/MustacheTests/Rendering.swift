import Diagnostics
import Escaping
import Mustache

/// Compiles templates, each from a file `Templates/<name>.mustache`, and renders the first.
struct Rendering {
  private(set) var diagnostics = Diagnostics()
  let library: TemplateLibrary
  private(set) var out = ByteWriter()
  private(set) var isRendered = false

  init(
    _ templates: KeyValuePairs<String, String>, with value: Value = [:],
    unknownPartials: TemplateLibrary.UnknownPartials = .error
  ) {
    library = TemplateLibrary(
      compiling: templates.map { ($0.key, SourceText(path: "Templates/\($0.key).mustache", $0.value)) },
      unknownPartials: unknownPartials, diagnostics: &diagnostics)
    if let first = templates.first?.key { isRendered = render(first, with: value) }
  }

  /// Renders another of the templates, after what has been written.
  mutating func render(_ name: String, with value: Value = [:]) -> Bool {
    library.render(name, with: value, into: &out, diagnostics: &diagnostics)
  }

  /// What was written.
  var text: String { out.string }

  /// What was found wrong, as a terminal shows it.
  var console: String {
    var writer = ConsoleWriter(color: false)
    return writer.text(for: diagnostics)
  }
}
