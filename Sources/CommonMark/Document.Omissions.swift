public import Diagnostics

extension Document {
  /// Warns of what rendering with these options leaves out: HTML of the author's, and destinations no page may have.
  ///
  /// To be called once, when destinations of the site's own schemes have been resolved.
  public func reportOmissions(options: RenderOptions = RenderOptions(), diagnostics: inout Diagnostics) {
    for root in roots {
      var current = root
      while !current.isNone {
        report(current, options, &diagnostics)
        current = tree.following(current, within: root)
      }
    }
  }

  private func report(_ id: NodeID, _ options: RenderOptions, _ diagnostics: inout Diagnostics) {
    let node = tree[id]
    switch node.kind {
    case .htmlBlock, .htmlInline:
      guard !options.allowsRawHTML else { return }
      let markup = tree[node.literal]
      // It closes what was told of.
      if node.kind == .htmlInline, markup.starts(with: "</".utf8) { return }
      // Readers would not have seen it.
      if Self.isComment(markup) { return }
      let line = markup.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      let length = node.kind == .htmlBlock ? line.count : node.source.count
      diagnostics.warning(
        "raw-html", "HTML is left out: “\(Self.shortened(line))”",
        at: manuscript.location(Int(node.start)..<Int(node.start) + length),
        help: "write it in Markdown, or set “allow_html: true” in site.yaml")
    case .link, .image:
      guard !options.allowsAnyURL, !allowsDestination(of: node) else { return }
      let thing = node.kind == .link ? "link" : "image"
      diagnostics.warning(
        "unsafe-url", "\(thing) to “\(Self.shortened(tree[node.literal]))” is left out",
        at: manuscript.location(node.source),
        help: node.kind == .link ? "use http, https, mailto or tel" : "use http or https")
    default: break
    }
  }

  /// Whether markup is one comment and nothing else.
  private static func isComment(_ markup: ArraySlice<UInt8>) -> Bool {
    guard markup.starts(with: "<!--".utf8), let end = markup.firstRange(of: "-->".utf8)?.upperBound
    else { return false }
    return markup[end...].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  private static func shortened(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self).unicodeScalars
    guard text.count > 60 else { return String(text) }
    return String(text.prefix(59)) + "…"
  }
}
