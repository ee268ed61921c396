import CommonMark
import Diagnostics
import Escaping

/// What a text becomes.
func html(
  _ markdown: String, _ options: Document.Options = .dateline, _ rendering: RenderOptions = .plain
) -> String {
  Parsed(markdown, options).html(rendering)
}

/// A document with what was found while it was read.
struct Parsed {
  var document: Document
  var diagnostics = Diagnostics()
  let source: SourceText

  /// - Parameter frontMatter: what stands in the file before the Markdown.
  init(_ markdown: String, _ options: Document.Options = .dateline, frontMatter: String = "") {
    source = SourceText(path: "a.md", frontMatter + markdown)
    document = Document(
      parsing: source, body: frontMatter.utf8.count..<source.bytes.count, options: options, diagnostics: &diagnostics)
  }

  func html(_ options: RenderOptions = .plain) -> String {
    var out = ByteWriter()
    document.render(into: &out, options: options)
    return out.string
  }

  /// The findings as `id line:column text`, in the order of the file.
  var findings: [String] {
    let table = LineTable(source)
    return diagnostics.sorted().map { diagnostic in
      guard let location = diagnostic.location else { return diagnostic.id }
      let offset = location.range.lowerBound
      return "\(diagnostic.id) \(table.line(at: offset)):\(table.column(at: offset)) \(location.text)"
    }
  }

  /// The first node of a kind, in document order.
  func first(_ kind: NodeKind) throws -> NodeID {
    var queue = document.topLevelBlocks
    while !queue.isEmpty {
      let node = queue.removeFirst()
      if document.kind(of: node) == kind { return node }
      queue.insert(contentsOf: document.children(of: node), at: 0)
    }
    throw NoSuchNode(kind: kind)
  }

  struct NoSuchNode: Error {
    let kind: NodeKind
  }
}

extension RenderOptions {
  /// The safe options, in the markup of the specifications.
  static let plain: RenderOptions = {
    var options = RenderOptions()
    options.markup = .reference
    return options
  }()
}
