import CommonMark
import Diagnostics

/// Finds the comments of a file that silence lints.
///
/// libyaml forgets comments and libcmark calls them HTML, so they are looked for in the bytes; what only looks like one,
/// inside a quoted text, a block scalar or a code block, is told from a comment by where the parser found texts.
struct SilenceReader {
  private let source: SourceText
  private let table: LineTable
  /// Where the text begins: behind a byte order mark.
  private let start: Int

  /// The silences of a YAML file.
  static func silences(inYAML source: SourceText) -> [Silence] {
    guard source.bytes.firstIndex(of: Silence.marker, from: 0) != nil else { return [] }
    return SilenceReader(source).yaml(source.bytes.indices)
  }

  /// The silences of a Markdown file: in its front matter, and in its text.
  ///
  /// - Parameter read: reads the text, which most files need not be for this.
  static func silences(in source: SourceText, read: () -> Document) -> [Silence] {
    guard source.bytes.firstIndex(of: Silence.marker, from: 0) != nil else { return [] }
    let reader = SilenceReader(source)
    // What is wrong with the front matter has been told.
    var found = Diagnostics()
    guard let frontMatter = FrontMatter(source, diagnostics: &found) else { return [] }
    let front = reader.yaml(0..<frontMatter.body.lowerBound).map { silence in
      // What is found in the file as a whole is told at its first line, which can hold nothing but “---”.
      var silence = silence
      if silence.line == 2 { silence.lines = 1...silence.lines.upperBound }
      return silence
    }
    return front + reader.markdown(read(), frontMatter.body)
  }

  private init(_ source: SourceText) {
    self.source = source
    table = LineTable(source)
    start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Lets silences that stand above each other all be for the line below the last of them.
  static func joined(_ silences: [Silence]) -> [Silence] {
    var silences = silences.sorted { $0.line < $1.line }
    for index in silences.indices.reversed().dropFirst() {
      let next = silences[index + 1]
      if silences[index].lines.upperBound == next.line, next.lines.upperBound > next.line {
        silences[index].lines = silences[index].lines.lowerBound...next.lines.upperBound
      }
    }
    return silences
  }

  // MARK: YAML

  /// Comments between `#` and the end of the line, the `#` at the start of the line or behind white space, and not in a
  /// text (YAML 1.2, 6.6).
  private func yaml(_ range: Range<Int>) -> [Silence] {
    let candidates = markers(in: range).compactMap { marker -> (sign: Int, text: Range<Int>)? in
      let line = line(at: marker)
      var sign = marker - 1
      while sign >= line.lowerBound, source.bytes[sign] == 0x20 || source.bytes[sign] == 0x09 { sign -= 1 }
      guard sign >= line.lowerBound, source.bytes[sign] == UInt8(ascii: "#") else { return nil }
      let isApart = sign == line.lowerBound || source.bytes[sign - 1] == 0x20 || source.bytes[sign - 1] == 0x09
      return isApart ? (sign, marker..<line.upperBound) : nil
    }
    guard !candidates.isEmpty else { return [] }
    let texts = YAMLComments.texts(of: source, front: range)
    return candidates.filter { candidate in !texts.holds(candidate.sign) }
      .map { silence($0.text, from: $0.sign) }
  }

  // MARK: Markdown

  /// Comments of HTML, on one line.
  private func markdown(_ document: Document, _ range: Range<Int>) -> [Silence] {
    let markup = ByteRanges(document.rawHTML.map(\.range))
    return markers(in: range).compactMap { marker in
      guard markup.holds(marker) else { return nil }
      let line = line(at: marker)
      var open = marker
      while open > line.lowerBound, source.bytes[open - 1] == 0x20 || source.bytes[open - 1] == 0x09 { open -= 1 }
      guard source.bytes.matches("<!--", at: open - 4),
        let close = source.bytes[marker..<line.upperBound].firstRange(of: Array("-->".utf8))?.lowerBound
      else { return nil }
      return silence(marker..<close, from: open - 4, to: close + 3)
    }
  }

  // MARK: Both

  /// The line that holds a byte, without its ending and a byte order mark.
  private func line(at offset: Int) -> Range<Int> {
    let line = table.bytes(ofLine: table.line(at: offset))
    return max(line.lowerBound, start)..<max(line.upperBound, start)
  }

  private func markers(in range: Range<Int>) -> [Int] {
    var markers: [Int] = []
    var position = range.lowerBound
    while let marker = source.bytes.firstIndex(of: Silence.marker, from: position), marker < range.upperBound {
      markers.append(marker)
      position = marker + 1
    }
    return markers
  }

  /// - Parameters:
  ///   - start: where the comment begins.
  ///   - end: where it ends; at the end of its line if not said.
  private func silence(_ text: Range<Int>, from start: Int, to end: Int? = nil) -> Silence {
    let number = table.line(at: start)
    let line = line(at: start)
    func isBlank(_ range: Range<Int>) -> Bool { source.bytes[range].allSatisfy(\.isHTMLSpace) }
    let standsAlone = isBlank(line.lowerBound..<start) && isBlank((end ?? line.upperBound)..<line.upperBound)
    var text = text
    while text.upperBound > text.lowerBound, source.bytes[text.upperBound - 1].isHTMLSpace {
      text = text.lowerBound..<(text.upperBound - 1)
    }
    return Silence(text, in: source, line: number, standsAlone: standsAlone)
  }
}
