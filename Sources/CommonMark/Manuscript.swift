import Diagnostics

/// The Markdown of a document and the file it came from.
///
/// A class only so that a document is copied at little cost; it never changes.
final class Manuscript: Sendable {
  /// The file.
  let source: SourceText
  /// The file's bytes, with the Markdown in NFC.
  let bytes: ArraySlice<UInt8>
  /// The Markdown, and where its lines are.
  let passage: Passage
  /// The lines as they are in the file; `nil` where offsets are the same.
  private let file: Passage?

  /// - Parameter body: what of the file is Markdown.
  init(_ source: SourceText, body: Range<Int>) {
    self.source = source
    let body = body.clamped(to: 0..<source.bytes.count)
    if let text = Self.normalized(source.bytes, body) {
      passage = Passage(text, range: body.lowerBound..<text.count)
      file = Passage(source.bytes, range: body)
    } else {
      passage = Passage(source.bytes, range: body)
      file = nil
    }
    bytes = passage.bytes[passage.range]
  }

  /// The bytes with their body in NFC; `nil` where it is that already.
  private static func normalized(_ bytes: [UInt8], _ body: Range<Int>) -> [UInt8]? {
    guard !Normalization.isSurelyNFC(bytes, body) else { return nil }
    let text = Normalization.nfc(bytes, body)
    return text.elementsEqual(bytes[body]) ? nil : bytes[..<body.lowerBound] + text
  }

  /// The place in the file of a range of the Markdown.
  ///
  /// Where the file is not in NFC the line is right, and the column may be a few bytes off.
  func location(_ range: Range<Int>) -> SourceLocation {
    let lower = fileOffset(range.lowerBound)
    return source.location(lower..<max(lower, fileOffset(range.upperBound)))
  }

  private func fileOffset(_ offset: Int) -> Int {
    guard let file else { return offset }
    let line = passage.line(at: offset)
    let start = file.start(ofLine: line)
    let place = min(start + offset - passage.start(ofLine: line), file.end(ofLine: line))
    // A place inside a code point is moved to its beginning.
    var aligned = max(place, start)
    while aligned > start, aligned < source.bytes.count, source.bytes[aligned] & 0b1100_0000 == 0b1000_0000 {
      aligned -= 1
    }
    return aligned
  }
}
