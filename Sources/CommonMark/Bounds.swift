import Diagnostics

/// What libcmark is not given to read, because it would take it a time out of all proportion.
enum Bounds {
  /// The largest Markdown text, in bytes.
  static let size = 8_000_000

  /// Why a text is not parsed; `nil` where nothing speaks against it.
  static func refusal(of source: SourceText, body: Range<Int>) -> Diagnostic? {
    guard body.count <= size else {
      return Diagnostic(
        .error, "markdown-too-large", "Markdown of \(body.count) bytes; at most \(size) are read",
        at: source.location(body.lowerBound..<body.lowerBound), help: "split the text into several files")
    }
    return nil
  }
}
