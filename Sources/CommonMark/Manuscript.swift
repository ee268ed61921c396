import Diagnostics
import Foundation

/// The Markdown of a document and the file it came from.
struct Manuscript: Sendable {
  /// The file.
  let source: SourceText
  /// The file's bytes, with the Markdown in NFC.
  let bytes: ArraySlice<UInt8>
  /// Whether offsets into ``bytes`` are offsets into the file, too.
  private let isVerbatim: Bool
  /// Where the lines of the Markdown begin, here and in the file; empty where offsets are the same.
  private let lines: (here: Passage, file: Passage)?

  /// - Parameter body: what of the file is Markdown.
  init(_ source: SourceText, body: Range<Int>) {
    self.source = source
    let body = body.clamped(to: 0..<source.bytes.count)
    if NormalizationCheck.isSurelyNFC(source.bytes, body) {
      (bytes, isVerbatim, lines) = (source.bytes[body], true, nil)
      return
    }
    let normalized = Array(
      String(decoding: source.bytes[body], as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    if normalized.elementsEqual(source.bytes[body]) {
      (bytes, isVerbatim, lines) = (source.bytes[body], true, nil)
    } else {
      let text = source.bytes[..<body.lowerBound] + normalized
      bytes = text[body.lowerBound...]
      isVerbatim = false
      lines = (
        Passage(Array(text), range: body.lowerBound..<text.endIndex), Passage(source.bytes, range: body)
      )
    }
  }

  /// The Markdown as a passage.
  var passage: Passage {
    if let lines { return lines.here }
    return Passage(source.bytes, range: bytes.indices)
  }

  /// The place in the file of a range of the Markdown.
  ///
  /// Where the file is not in NFC the line is right, and the column may be a few bytes off.
  func location(_ range: Range<Int>) -> SourceLocation {
    let lower = fileOffset(range.lowerBound)
    return source.location(lower..<max(lower, fileOffset(range.upperBound)))
  }

  private func fileOffset(_ offset: Int) -> Int {
    guard let lines else { return offset }
    let line = lines.here.line(at: offset)
    let start = lines.file.start(ofLine: line)
    let place = min(start + offset - lines.here.start(ofLine: line), lines.file.end(ofLine: line))
    // A place inside a code point is moved to its beginning.
    var aligned = max(place, start)
    while aligned > start, aligned < source.bytes.count, source.bytes[aligned] & 0b1100_0000 == 0b1000_0000 {
      aligned -= 1
    }
    return aligned
  }
}

/// A quick look whether text can be anything but NFC (UAX #15).
enum NormalizationCheck {
  /// Whether all code points are of blocks that normalizing leaves alone; `false` says nothing.
  static func isSurelyNFC(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let bytes = text.span
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      // Below U+0300 nothing combines.
      if byte < 0xCC {
        index += 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard index + length <= range.upperBound else { return false }
      var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0b0011_1111) }
      guard isInert(value) else { return false }
      index += length
    }
    return true
  }

  /// Code points in wide use that neither change nor combine.
  private static func isInert(_ value: UInt32) -> Bool {
    switch value {
    case 0x0388...0x03FF, 0x0400...0x0482, 0x048A...0x052F,  // Greek, Cyrillic
      0x2002...0x2125, 0x2190...0x22FF,  // punctuation, currency, letter-like signs; arrows, mathematics
      0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3,  // kana, Han, Hangul
      0xFE0F, 0x1F300...0x1FAFF:  // emoji
      true
    default: false
    }
  }
}
