/// The quotes and list items that may be open at a line, at least those that are (CommonMark, block structure).
///
/// It does not know what code is, nor whether a number may interrupt a paragraph, and counts such lines as containers.
struct OpenContainers {
  private enum Container {
    case quote
    /// - width: the columns its lines are indented by.
    case item(width: Int)
  }

  private var containers: [Container] = []
  private var mayBeLazy = false

  /// How many are open.
  var count: Int { containers.count }

  /// Goes on to the next line.
  mutating func read(_ passage: Passage, line: Int) {
    var cursor = Cursor(passage, line: line)
    if containers.isEmpty, !cursor.isAtMarker { return }
    var matched = 0
    for container in containers {
      guard cursor.enter(container) else { break }
      matched += 1
    }
    defer { mayBeLazy = !cursor.isAtEnd }
    if cursor.isAtEnd {
      // Only list items go on over a blank line.
      if !mayBeLazy { containers.removeLast(containers.count - matched) }
      return
    }
    if cursor.isThematicBreak { return close(after: matched, keepsLazy: false) }
    var isOpening = false
    while let container = cursor.open() {
      if !isOpening { containers.removeLast(containers.count - matched) }
      isOpening = true
      containers.append(container)
      // Deeper than this no text is read.
      if containers.count > Bounds.depth { return }
    }
    if !isOpening { close(after: matched, keepsLazy: true) }
  }

  private mutating func close(after matched: Int, keepsLazy: Bool) {
    // A line of text may go on with a paragraph in containers it has no marks of.
    if keepsLazy, mayBeLazy { return }
    containers.removeLast(containers.count - matched)
  }

  /// A place in a line, and how far it is indented from the last container.
  private struct Cursor {
    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    private var column = 0
    private var indent = 0

    init(_ passage: Passage, line: Int) {
      bytes = passage.bytes
      index = passage.start(ofLine: line)
      end = passage.end(ofLine: line)
      skipBlanks()
    }

    var isAtEnd: Bool { index >= end }

    var isAtMarker: Bool {
      guard index < end else { return false }
      switch bytes[index] {
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return true
      default: return bytes[index].isASCIIDigit
      }
    }

    var isThematicBreak: Bool {
      guard !isAtEnd, "*-_".utf8.contains(bytes[index]) else { return false }
      return bytes[index..<end].allSatisfy { $0 == bytes[index] || $0.isBlank }
    }

    private mutating func skipBlanks() {
      while index < end, bytes[index].isBlank {
        let width = bytes[index] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
        column += width
        indent += width
        index += 1
      }
    }

    private mutating func skipMarker(_ count: Int) {
      index += count
      column += count
      indent = 0
      skipBlanks()
    }

    /// Goes into a container that is open; `false` where the line is not in it.
    mutating func enter(_ container: Container) -> Bool {
      switch container {
      case .quote:
        guard indent <= 3, !isAtEnd, bytes[index] == UInt8(ascii: ">") else { return false }
        openQuote()
      case .item(let width):
        guard indent >= width || isAtEnd else { return false }
        indent = max(indent - width, 0)
      }
      return true
    }

    /// Goes into a container that begins here.
    mutating func open() -> Container? {
      guard indent <= 3, !isAtEnd else { return nil }
      if bytes[index] == UInt8(ascii: ">") {
        openQuote()
        return .quote
      }
      guard let width = widthOfListMarker(bytes[index..<end]) else { return nil }
      let outer = indent
      skipMarker(width)
      let padding = 1...4 ~= indent && !isAtEnd ? indent : 1
      indent = max(indent - padding, 0)
      return .item(width: outer + width + padding)
    }

    private mutating func openQuote() {
      skipMarker(1)
      indent = max(indent - 1, 0)
    }
  }
}
