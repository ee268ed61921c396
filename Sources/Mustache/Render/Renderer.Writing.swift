import Escaping

extension Renderer {
  /// The value at a path; `nil` where the data has none.
  func resolve(_ path: Path) -> Value? {
    guard let first = path.first else { return contexts.last?.value }
    let contexts = contexts.span
    var context = contexts.count
    while context > 0 {
      context -= 1
      guard let position = contexts[context].object.position(of: first) else { continue }
      var value = contexts[context].object.members[position].value
      for key in path.rest {
        guard case .object(let object) = value, let position = object.position(of: program.keys[key]) else {
          return nil
        }
        value = object.members[position].value
      }
      return value
    }
    return nil
  }

  func write(_ path: Path, isEscaped: Bool, into out: inout ByteWriter) {
    switch resolve(path) {
    case .text(let text)?: isEscaped ? out.attribute(text) : out.raw(string: text)
    case .html(let markup)?: isEscaped ? out.attribute(markup) : out.raw(markup)
    case .int(let number)?: out.raw(number: number)
    case .double(let number)?: out.raw(string: number.decimal)
    case .bool(let value)?: value ? out.raw("true") : out.raw("false")
    case .null?, .list?, .object?, nil: break
    }
  }

  /// Writes a template's text, each of its lines indented; empty lines stay empty.
  func writeText(_ range: Range<Int>, startsLine: Bool, into out: inout ByteWriter) {
    guard indentation.count > indentationStart else { return out.raw(program.text, range) }
    var start = range.lowerBound
    var startsLine = startsLine
    repeat {
      let lineFeed = program.text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
      let end = lineFeed.map { $0 + 1 } ?? range.upperBound
      let isEmpty = start == lineFeed || (start + 2 == end && program.text[start] == UInt8(ascii: "\r"))
      if startsLine, !isEmpty { out.raw(indentation[indentationStart...]) }
      out.raw(program.text, start..<end)
      start = end
      startsLine = true
    } while start < range.upperBound
  }
}
