import Diagnostics

/// What libcmark 0.30 is not given to read, because it would take it a time out of all proportion.
///
/// libcmark walks the open blocks at every line, blank ones too, and the open image brackets at every link. What that
/// adds up to is estimated here, never too low.
enum Bounds {
  /// The largest Markdown text, in bytes.
  static let size = 8_000_000
  /// How deep quotes and lists may be nested.
  static let depth = 100
  /// How many open blocks may be walked in all; libcmark walks about 70 million in a second.
  static let blockSteps = 40_000_000
  /// How many open brackets may be walked in all; libcmark walks about 300 million in a second.
  static let bracketSteps = 100_000_000

  /// Reports why a text is too large; `false` where it is not.
  static func refusesSize(of source: SourceText, body: Range<Int>, _ diagnostics: inout Diagnostics) -> Bool {
    guard body.count > size else { return false }
    diagnostics.error(
      "markdown-too-large", "\(body.count) bytes of Markdown; \(size) can be read",
      at: source.location(body.lowerBound..<body.lowerBound + 1), help: "split the text into several files")
    return true
  }

  /// Why a passage is not parsed.
  struct Refusal {
    fileprivate let id: String
    fileprivate let message: String
    fileprivate let help: String
    /// The line of the passage at which it became too much.
    let range: Range<Int>

    /// The refusal as an error.
    func diagnostic(at location: SourceLocation) -> Diagnostic {
      Diagnostic(.error, id, message, at: location, help: help)
    }
  }

  /// Why a passage cannot be parsed in good time; `nil` where it can.
  static func refusal(of passage: Passage) -> Refusal? {
    var containers = OpenContainers()
    var steps = 0
    for line in 0..<passage.lineCount {
      containers.read(passage, line: line)
      steps += containers.count
      guard containers.count <= depth, steps <= blockSteps else {
        let message =
          containers.count > depth
          ? "quotes and lists nested more than \(depth) deep" : "too many lines inside deeply nested lists"
        return Refusal(
          id: "markdown-too-deep", message: message, help: "write the passage with less nesting",
          range: passage.textOfLine(line))
      }
    }
    return bracketOverrun(in: passage).map { offset in
      Refusal(
        id: "markdown-too-many-images", message: "too many images and links in one paragraph",
        help: "break the paragraph up with blank lines", range: passage.textOfLine(passage.line(at: offset)))
    }
  }

  /// Where a paragraph has more open image brackets for its links than can be walked.
  private static func bracketOverrun(in passage: Passage) -> Int? {
    let bytes = passage.bytes
    guard let first = bytes.firstIndex(of: UInt8(ascii: "!"), in: passage.range) else { return nil }
    var images = 0
    var steps = 0
    for line in passage.line(at: first)..<passage.lineCount {
      let text = passage.textOfLine(line)
      if text.isEmpty { images = 0 }
      for index in text {
        switch bytes[index] {
        case UInt8(ascii: "["):
          if index > text.lowerBound, bytes[index - 1] == UInt8(ascii: "!") { images += 1 }
        case UInt8(ascii: "]"):
          steps += images
          if steps > bracketSteps { return index }
        default: break
        }
      }
    }
    return nil
  }
}

extension Passage {
  /// A line without the blanks around it.
  fileprivate func textOfLine(_ line: Int) -> Range<Int> {
    var start = start(ofLine: line)
    var end = end(ofLine: line)
    while start < end, bytes[start].isBlank { start += 1 }
    while start < end, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
