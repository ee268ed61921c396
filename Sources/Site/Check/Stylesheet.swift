import Diagnostics

/// A stylesheet of the site: the theme's, or one that lies in Content.
struct Stylesheet: Sendable {
  let path: OutputPath
  /// How messages name it.
  let name: String
  let bytes: [UInt8]
  /// Where it was read from; `nil` for one of the theme, whose bytes are not as they were written.
  let source: SourceText?
}
