public import Diagnostics

extension Document {
  /// A fenced block of code, or of what its info word says.
  public struct FencedBlock: Sendable {
    /// The block.
    public let node: NodeID
    /// The first word of the info string; empty where there is none.
    public let word: String
    /// What follows the word in the info string, blanks around it left out.
    public let rest: String
    /// The text in the block, container marks and the fence's indentation left out.
    public let body: [UInt8]
    /// Where the whole block stands, fences included.
    public let location: SourceLocation
    /// The bytes of the file that hold the body: whole lines, line endings included.
    public let bodyRange: Range<Int>
    /// Whether the file has the body as it is in that range, but for its line endings.
    ///
    /// It has not inside lists and quotes, behind an indented fence, and where the file was not in NFC.
    public let isVerbatim: Bool
  }

  /// All fenced blocks in document order, those in footnotes last.
  public var fencedBlocks: [FencedBlock] {
    let blocks = nodes(of: .codeBlock)
    guard !blocks.isEmpty else { return [] }
    let passage = manuscript.passage
    return blocks.compactMap { fencedBlock($0, passage) }
  }

  private func fencedBlock(_ id: NodeID, _ passage: Passage) -> FencedBlock? {
    let node = tree[id]
    let body = Array(tree[node.literal])
    let lineCount = body.count { $0 == UInt8(ascii: "\n") }
    let lines = passage.lines(of: node)
    guard isFenced(node) else { return nil }
    let info = tree[node.extra]
    let word = info.prefix { $0 > UInt8(ascii: " ") }
    let rest = info[word.endIndex...].drop { $0 <= UInt8(ascii: " ") }
    let range =
      passage.start(ofLine: lines.lowerBound + 1)..<passage.start(ofLine: lines.lowerBound + 1 + lineCount)
    let bodyRange = manuscript.location(range).range
    return FencedBlock(
      node: id, word: String(decoding: word, as: UTF8.self), rest: String(decoding: rest, as: UTF8.self), body: body,
      location: manuscript.location(node.source), bodyRange: bodyRange,
      isVerbatim: Self.isSame(body, manuscript.source.bytes[bodyRange]))
  }

  /// Whether a block of code is fenced, not indented.
  ///
  /// Every line of an indented block is one of its text; the fences of a fenced one are not.
  func isFenced(_ node: Node) -> Bool {
    let opening = manuscript.bytes[from: Int(node.start)].first
    guard opening == UInt8(ascii: "`") || opening == UInt8(ascii: "~") else { return false }
    let lineCount = tree[node.literal].count { $0 == UInt8(ascii: "\n") }
    return !node.extra.isEmpty || lineCount < manuscript.passage.lines(of: node).count
  }

  /// Whether two texts are the same but for line endings.
  private static func isSame(_ body: [UInt8], _ file: ArraySlice<UInt8>) -> Bool {
    var place = file.startIndex
    for byte in body {
      guard place < file.endIndex else { return byte == UInt8(ascii: "\n") }
      if byte == UInt8(ascii: "\n"), file[place] == UInt8(ascii: "\r") {
        place += 1
        if place < file.endIndex, file[place] == UInt8(ascii: "\n") { place += 1 }
      } else if byte == file[place] {
        place += 1
      } else {
        return false
      }
    }
    return place == file.endIndex
  }
}
