import Diagnostics
import YAML

/// A further item for a list of a YAML file, put behind the last one as that is written; no other byte is touched.
///
/// Knows lists below dashes and in brackets, empty, absent and null ones, and files that are JSON.
struct ListInsertion: Sendable {
  /// Bytes put in place of others.
  struct Edit: Sendable {
    let range: Range<Int>
    let text: String
  }

  /// The edits, ascending and apart.
  private(set) var edits: [Edit] = []
  /// The item as it will stand in the file, without a line ending at its end.
  private(set) var item = ""

  private let bytes: [UInt8]
  private let lineEnding: String
  private let position: PositionBlock

  /// - Parameters:
  ///   - key: of the list, at the top of the file.
  ///   - root: the file, parsed.
  /// - Returns: `nil` where the list is written in a way that is not known here.
  init?(of position: PositionBlock, under key: String, in source: SourceText, root: YAML.Node) {
    bytes = source.bytes
    lineEnding = bytes.lineEnding
    self.position = position
    let entries = root.mapping ?? []
    guard root.mapping != nil || root.isNull else { return nil }
    let isFlow = root.mapping != nil && bytes[at: root.location.range.lowerBound] == UInt8(ascii: "{")
    guard let entry = entries.first(where: { $0.key.value == key }) else {
      if isFlow { addKey(key, toFlow: root) } else { addKey(key, toBlock: root) }
      return
    }
    let value = entry.value
    let range = value.location.range
    if value.isNull {
      if isFlow { openList(at: range, root: root) } else { fillEmpty(entry, removing: range, root: root) }
    } else if let items = value.sequence, bytes[at: range.lowerBound] == UInt8(ascii: "[") {
      let isOneLine = !bytes[range].contains(UInt8(ascii: "\n"))
      if items.isEmpty, !isFlow, isOneLine {
        fillEmpty(entry, removing: range, root: root)
      } else {
        append(toFlow: items, in: range, root: root)
      }
    } else if let items = value.sequence, let last = items.last, bytes[at: range.lowerBound] == UInt8(ascii: "-") {
      append(toBlock: items, behind: last, from: range.lowerBound)
    } else {
      return nil
    }
  }

  /// The file with the item in it.
  var result: [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    for edit in edits {
      result += bytes[copied..<edit.range.lowerBound]
      result += edit.text.utf8
      copied = edit.range.upperBound
    }
    return result + bytes[copied...]
  }

  // MARK: - Below dashes

  private mutating func append(toBlock items: [YAML.Node], behind last: YAML.Node, from start: Int) {
    let indent = start - bytes.startOfLine(at: start)
    let offset = bytes.startOfNextLine(after: last.location.range.upperBound)
    let end = bytes.endOfComments(from: offset, deeperThan: indent)
    insert(
      lines: position.lines(Self.layout(like: items, indent: indent, in: bytes)), at: end,
      isApart: items.count > 1 && bytes.hasBlankLine(above: last.location.range.lowerBound))
  }

  /// How the last item is written.
  private static func layout(like items: [YAML.Node], indent: Int, in bytes: [UInt8]) -> PositionBlock.Layout {
    guard let last = items.last else { return .block(indent: indent, gap: 1, quotesProse: false) }
    let start = last.location.range.lowerBound
    let before = bytes[bytes.startOfLine(at: start)..<start]
    let gap = before.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    let isAfterDash = before.dropLast(gap).last == UInt8(ascii: "-")
    let spaces = isAfterDash && gap > 0 ? gap : 1
    if bytes[at: start] == UInt8(ascii: "{") { return .flowItem(indent: indent, gap: spaces) }
    let prose = items.last { $0.quote != nil }?.quote
    return .block(indent: indent, gap: spaces, quotesProse: prose?.style == .quoted)
  }

  /// Puts the first item below a key whose value is nothing, `~` or `[]`.
  private mutating func fillEmpty(_ entry: YAML.Entry, removing value: Range<Int>, root: YAML.Node) {
    let key = entry.key.location.range
    let keyIndent = key.lowerBound - bytes.startOfLine(at: key.lowerBound)
    if !value.isEmpty {
      let lineEnd = bytes.endOfLine(from: value.upperBound)
      let isAlone = bytes[value.upperBound..<lineEnd].allSatisfy { $0 == UInt8(ascii: " ") }
      var start = value.lowerBound
      while isAlone, start > key.upperBound, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
      edits.append(Edit(range: start..<(isAlone ? lineEnd : value.upperBound), text: ""))
    }
    let offset = bytes.startOfNextLine(after: max(key.upperBound, value.upperBound))
    let end = bytes.endOfComments(from: offset, deeperThan: keyIndent)
    insert(lines: position.lines(firstLayout(root, keyIndent: keyIndent)), at: end, isApart: false)
  }

  /// The layout of a first item: indented as other lists of the file are.
  private func firstLayout(_ root: YAML.Node, keyIndent: Int) -> PositionBlock.Layout {
    for entry in root.mapping ?? [] {
      let start = entry.value.location.range.lowerBound
      guard entry.value.sequence?.isEmpty == false, bytes[at: start] == UInt8(ascii: "-") else { continue }
      return .block(indent: start - bytes.startOfLine(at: start), gap: 1, quotesProse: false)
    }
    return .block(indent: keyIndent + 2, gap: 1, quotesProse: false)
  }

  private mutating func addKey(_ key: String, toBlock root: YAML.Node) {
    let first = root.mapping?.first?.key.location.range.lowerBound
    let indent = first.map { $0 - bytes.startOfLine(at: $0) } ?? 0
    let lines = position.lines(firstLayout(root, keyIndent: indent))
    insert(
      lines: [String(repeating: " ", count: indent) + key + ":"] + lines, at: bytes.count,
      isApart: bytes.hasBlankLine)
    item = lines.joined(separator: "\n")
  }

  /// Inserts whole lines at the beginning of a line, or at the end of a file whose last line has no ending.
  private mutating func insert(lines: [String], at offset: Int, isApart: Bool) {
    item = lines.joined(separator: "\n")
    let text = lines.joined(separator: lineEnding)
    let blank = isApart ? lineEnding : ""
    let isLineStart = offset == bytes.startOfLine(at: offset)
    edits.append(
      Edit(
        range: offset..<offset, text: isLineStart ? blank + text + lineEnding : lineEnding + blank + text))
  }

  // MARK: - In brackets

  private mutating func append(toFlow items: [YAML.Node], in range: Range<Int>, root: YAML.Node) {
    guard let last = items.last?.location.range, range.contains(last.lowerBound), last.upperBound < range.upperBound
    else {
      let text = position.lines(.inline(isJSON: isJSON(root))).joined()
      item = text
      edits.append(Edit(range: (range.lowerBound + 1)..<(range.lowerBound + 1), text: text))
      return
    }
    let isJSON = bytes[at: items.last?.mapping?.first?.key.location.range.lowerBound ?? 0] == UInt8(ascii: "\"")
    let layout = flowLayout(like: items.last, isJSON: isJSON)
    let text = position.lines(layout).joined(separator: lineEnding)
    item = position.lines(layout).joined(separator: "\n")
    let comma = bytes.comma(in: last.upperBound..<(range.upperBound - 1))
    if comma == nil { edits.append(Edit(range: last.upperBound..<last.upperBound, text: ",")) }
    let end = comma.map { $0 + 1 } ?? last.upperBound
    let lineEnd = bytes.endOfLine(from: end)
    let startsLine = bytes.isBlank(bytes.startOfLine(at: last.lowerBound)..<last.lowerBound)
    guard startsLine, lineEnd < range.upperBound else {
      edits.append(Edit(range: end..<end, text: " " + text + (comma == nil ? "" : ",")))
      return
    }
    // On a line of its own, behind a comment that belongs to the one before.
    let margin = String(decoding: bytes[bytes.startOfLine(at: last.lowerBound)..<last.lowerBound], as: UTF8.self)
    edits.append(
      Edit(range: lineEnd..<lineEnd, text: lineEnding + margin + text + (comma == nil ? "" : ",")))
  }

  /// Keys on lines of their own, where the last item's are.
  private func flowLayout(like last: YAML.Node?, isJSON: Bool) -> PositionBlock.Layout {
    guard let last, let key = last.mapping?.first?.key.location.range.lowerBound else { return .inline(isJSON: isJSON) }
    let (lineStart, braceLine) = (
      bytes.startOfLine(at: key), bytes.startOfLine(at: last.location.range.lowerBound)
    )
    guard lineStart > last.location.range.lowerBound, bytes.isBlank(lineStart..<key) else {
      return .inline(isJSON: isJSON)
    }
    let brace = bytes[braceLine...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return .lines(
      keys: String(decoding: bytes[lineStart..<key], as: UTF8.self), brace: String(decoding: brace, as: UTF8.self),
      isJSON: isJSON)
  }

  private mutating func openList(at value: Range<Int>, root: YAML.Node) {
    item = position.lines(.inline(isJSON: isJSON(root))).joined()
    edits.append(Edit(range: value, text: (value.isEmpty ? " " : "") + "[" + item + "]"))
  }

  private mutating func addKey(_ key: String, toFlow root: YAML.Node) {
    let isJSON = isJSON(root)
    item = position.lines(.inline(isJSON: isJSON)).joined()
    let list = (isJSON ? YAMLText.quoted(key) : key) + ": [" + item + "]"
    guard let last = root.mapping?.last else {
      let start = root.location.range.lowerBound + 1
      edits.append(Edit(range: start..<start, text: list))
      return
    }
    let end = max(last.key.location.range.upperBound, last.value.location.range.upperBound)
    let comma = bytes.comma(in: end..<max(end, root.location.range.upperBound - 1))
    let offset = comma.map { $0 + 1 } ?? end
    let startsLine = bytes.isBlank(
      bytes.startOfLine(at: last.key.location.range.lowerBound)..<last.key.location.range.lowerBound)
    let margin = String(
      decoding: bytes[
        bytes.startOfLine(at: last.key.location.range.lowerBound)..<last.key.location.range.lowerBound],
      as: UTF8.self)
    let separator = startsLine ? lineEnding + margin : " "
    edits.append(Edit(range: offset..<offset, text: (comma == nil ? "," : "") + separator + list))
  }

  private func isJSON(_ root: YAML.Node) -> Bool {
    guard let key = root.mapping?.first?.key.location.range.lowerBound else { return false }
    return bytes[at: root.location.range.lowerBound] == UInt8(ascii: "{") && bytes[at: key] == UInt8(ascii: "\"")
  }
}

extension YAML.Node {
  /// The scalar under the key `quote`.
  fileprivate var quote: YAML.Scalar? { mapping?.first { $0.key.value == "quote" }?.value.scalar }
}
