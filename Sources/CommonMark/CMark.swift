// The only file that sees libcmark: what owns its tree, and a handle on a node of it.

import CCMark
import CMarkArena

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A tree made by libcmark, gone when this goes: on the thread that made it, whose arena holds it.
struct CMarkDocument: ~Copyable {
  private let handle: OpaquePointer

  /// Parses Markdown.
  ///
  /// Source positions are asked for so that libcmark counts the lines inside code spans and tags.
  init?(parsing markdown: borrowing Span<UInt8>) {
    cmark_arena_enter()
    let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE, cmark_arena_memory())
    markdown.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let handle = cmark_parser_finish(parser) else {
      cmark_arena_leave()
      return nil
    }
    self.handle = handle
  }

  deinit { cmark_arena_leave() }

  /// The document node, which must not outlive this.
  var root: CMarkNode { CMarkNode(handle) }
}

/// A node of a tree made by libcmark, valid as long as the ``CMarkDocument`` that owns the tree.
struct CMarkNode: Equatable {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) { self.handle = handle }

  private init?(_ handle: OpaquePointer?) {
    guard let handle else { return nil }
    self.handle = handle
  }

  var firstChild: CMarkNode? { CMarkNode(cmark_node_first_child(handle)) }
  var next: CMarkNode? { CMarkNode(cmark_node_next(handle)) }
  var parent: CMarkNode? { CMarkNode(cmark_node_parent(handle)) }

  var startLine: Int { Int(cmark_node_get_start_line(handle)) }
  var startColumn: Int { Int(cmark_node_get_start_column(handle)) }
  var endLine: Int { Int(cmark_node_get_end_line(handle)) }
  var endColumn: Int { Int(cmark_node_get_end_column(handle)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(handle)) }
  var isTight: Bool { cmark_node_get_list_tight(handle) != 0 }

  /// The first number of an ordered list; `nil` for a bullet list.
  var listStart: Int? {
    cmark_node_get_list_type(handle) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(handle)) : nil
  }

  /// What the node is; `nil` for what libcmark's parser never makes.
  var kind: NodeKind? {
    switch cmark_node_get_type(handle) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: nil
    }
  }

  /// How many line feeds libcmark counted in the inlines of this block.
  var inlineLineFeeds: Int {
    var count = 0
    var current = firstChild
    while let node = current {
      switch node.kind {
      case .softBreak, .lineBreak: count += 1
      case .code, .htmlInline: count += node.endLine - node.startLine
      default: break
      }
      current = node.firstChild ?? node.following(within: self)
    }
    return count
  }

  /// The node after all that is below this, in document order, inside `root`.
  func following(within root: CMarkNode) -> CMarkNode? {
    var current = self
    while current != root {
      if let next = current.next { return next }
      guard let parent = current.parent else { return nil }
      current = parent
    }
    return nil
  }

  func appendLiteral(to bytes: inout [UInt8]) { append(cmark_node_get_literal(handle), to: &bytes) }
  /// How many bytes at the beginning of the literal a condition holds for.
  func literalPrefix(where holds: (UInt8) -> Bool) -> Int {
    guard let literal = cmark_node_get_literal(handle) else { return 0 }
    var count = 0
    while literal[count] != 0, holds(UInt8(bitPattern: literal[count])) { count += 1 }
    return count
  }

  func appendDestination(to bytes: inout [UInt8]) { append(cmark_node_get_url(handle), to: &bytes) }
  func appendTitle(to bytes: inout [UInt8]) { append(cmark_node_get_title(handle), to: &bytes) }
  func appendInfo(to bytes: inout [UInt8]) { append(cmark_node_get_fence_info(handle), to: &bytes) }

  private func append(_ string: UnsafePointer<CChar>?, to bytes: inout [UInt8]) {
    guard let string else { return }
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: string, count: strlen(string)))
  }
}
