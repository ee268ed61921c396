import Diagnostics
import Theme

/// The theme's files: the built-in ones, each overridden by a file of the same path in Templates.
struct ThemeFiles: Sendable {
  /// Mustache templates, by name: the path without `.mustache`.
  let templates: [(name: String, source: SourceText)]
  /// Everything else, by path: styles, scripts, pictures.
  let assets: [(path: String, bytes: [UInt8])]

  private static let suffix = ".mustache"

  /// - Parameter own: the files of the site's Templates folder; none where it has none.
  init(overriddenBy own: SourceTree?) {
    var files: [String: SourceText] = [:]
    for (path, bytes) in BuiltInTheme.files {
      files[path] = SourceText(path: "(built-in theme)/" + path, bytes: bytes)
    }
    for file in own?.files ?? [] {
      if let text = file.text { files[file.path] = text }
    }
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    templates = sorted.filter { $0.key.hasSuffix(Self.suffix) }.map {
      (String($0.key.dropLast(Self.suffix.count)), $0.value)
    }
    assets = sorted.filter { !$0.key.hasSuffix(Self.suffix) }.map { ($0.key, $0.value.bytes) }
  }
}
