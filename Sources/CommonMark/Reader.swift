/// Reads a passage into a tree: blocks and inlines by libcmark, then tables.
struct Reader {
  /// What has been read so far.
  var tree = Tree()
  private let options: Document.Options

  init(options: Document.Options) { self.options = options }

  /// Reads a passage and puts its blocks under `parent`.
  ///
  /// - Returns: if asked for, the lines that define links, as Markdown.
  @discardableResult
  mutating func read(_ passage: Passage, under parent: NodeID, collectingLinks: Bool = false) -> [UInt8] {
    let span = passage.bytes.span
    guard let document = CMarkDocument(parsing: span.extracting(passage.range)) else { return [] }
    let firstNode = tree.nodes.count
    tree.reserve(nodes: firstNode + passage.range.count / 24, bytes: tree.pool.count + passage.range.count)
    var converter = Converter(passage, into: tree)
    tree = Tree()
    converter.convert(document, under: parent)
    tree = converter.tree

    let tables = options.tables ? TableFinder(passage).delimiterLines() : []
    guard collectingLinks || !tables.isEmpty else { return [] }
    let definitions = LinkDefinitions(passage, tree, from: firstNode, known: converter.definitions).markdown
    if !tables.isEmpty {
      var builder = TableBuilder(passage, tree, definitions: definitions)
      builder.build(at: tables, nodesFrom: firstNode)
      tree = builder.tree
    }
    return definitions
  }
}
