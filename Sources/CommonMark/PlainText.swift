public import Diagnostics

/// The text of a document as a reader sees it: no markup, entities decoded, NFC.
///
/// A soft line break is a space and a hard one a line feed. Two line feeds part blocks; in tables a tab parts cells and
/// a line feed rows. Code, captions and footnotes are text; the alternative texts of images, the marks of footnotes and
/// HTML are not.
public struct PlainText: Sendable {
  /// A block with text in it: a paragraph, a heading, a block of code, a caption, a row of a table.
  public struct Block: Sendable {
    /// Its bytes in ``PlainText/utf8``.
    public internal(set) var range: Range<Int>
    /// The block.
    public let node: NodeID
    /// What it is.
    public let kind: NodeKind
    /// Where it stands in the file.
    public let location: SourceLocation
  }

  /// The text of one leaf of the document.
  public struct Segment: Sendable {
    /// Its bytes in ``PlainText/utf8``.
    public let range: Range<Int>
    /// The leaf.
    public let node: NodeID
  }

  /// The text.
  public internal(set) var utf8: [UInt8] = []
  /// The blocks in order.
  public internal(set) var blocks: [Block] = []
  /// The leaves in order; what parts blocks, rows and cells belongs to none.
  public internal(set) var segments: [Segment] = []

  /// The text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The block that holds a byte of ``utf8``; `nil` for what parts blocks.
  public func block(at offset: Int) -> Block? {
    let after = partitioningIndex(blocks) { $0.range.lowerBound > offset }
    guard after > 0, blocks[after - 1].range.contains(offset) else { return nil }
    return blocks[after - 1]
  }

  mutating func append(_ bytes: some Collection<UInt8>, from node: NodeID) {
    guard !bytes.isEmpty else { return }
    let start = utf8.count
    utf8.append(contentsOf: bytes)
    segments.append(Segment(range: start..<utf8.count, node: node))
  }

  mutating func begin(_ node: NodeID, _ kind: NodeKind, at location: SourceLocation, separator: String) {
    if !utf8.isEmpty { utf8.append(contentsOf: separator.utf8) }
    blocks.append(Block(range: utf8.count..<utf8.count, node: node, kind: kind, location: location))
  }

  /// Ends the last block; a block without text is none.
  mutating func end() {
    guard var last = blocks.popLast() else { return }
    last.range = last.range.lowerBound..<max(utf8.count, last.range.lowerBound)
    blocks.append(last)
  }
}
