import Diagnostics

/// Takes a template apart into text and tags.
///
/// What is wrong with a tag by itself is found here; whether tags fit together is for ``Nesting``.
struct Scanner {
  let bytes: [UInt8]
  var tokens: [Token] = []
  var errors: TemplateErrors
  var position = 0

  /// The delimiters in force.
  var open: [UInt8] = Array("{{".utf8)
  var close: [UInt8] = Array("}}".utf8)

  init(_ source: SourceText) {
    bytes = source.bytes
    errors = TemplateErrors(source: source)
  }

  mutating func scan() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count, !errors.isFull {
      let start = firstMatch(of: open, in: position..<bytes.count) ?? bytes.count
      addText(position..<start)
      position = start
      if start < bytes.count { scanTag() }
    }
  }

  private mutating func addText(_ range: Range<Int>) {
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: "\n") {
      tokens.append(Token(.text, start..<(index + 1)))
      start = index + 1
    }
    if start < range.upperBound { tokens.append(Token(.text, start..<range.upperBound)) }
  }

  private mutating func scanTag() {
    let start = position
    let sigil = skipWhiteSpace(from: start + open.count)
    switch sigil < bytes.count ? bytes[sigil] : 0 {
    case UInt8(ascii: "!"): scanComment(from: start, body: sigil + 1)
    case UInt8(ascii: "="): scanDelimiters(from: start, body: sigil + 1)
    case UInt8(ascii: "{"):
      scanName(.variable(isEscaped: false), from: start, body: sigil + 1, closing: [UInt8(ascii: "}")] + close)
    case UInt8(ascii: "&"): scanName(.variable(isEscaped: false), from: start, body: sigil + 1, closing: close)
    case UInt8(ascii: "#"): scanName(.section, from: start, body: sigil + 1, closing: close)
    case UInt8(ascii: "^"): scanName(.inverted, from: start, body: sigil + 1, closing: close)
    case UInt8(ascii: "$"): scanName(.block, from: start, body: sigil + 1, closing: close)
    case UInt8(ascii: "<"): scanName(.parent, from: start, body: sigil + 1, closing: close)
    case UInt8(ascii: "/"): scanName(.close, from: start, body: sigil + 1, closing: close)
    case UInt8(ascii: ">"): scanName(.partial, from: start, body: sigil + 1, closing: close)
    default: scanName(.variable(isEscaped: true), from: start, body: start + open.count, closing: close)
    }
  }

  private mutating func scanComment(from start: Int, body: Int) {
    guard let end = firstMatch(of: close, in: body..<bytes.count) else {
      reportUnclosed(from: start, closing: close)
      position = bytes.count
      return
    }
    position = end + close.count
    tokens.append(Token(.silent, start..<position))
  }

  /// Reads a tag up to its closing delimiter, and its name out of it.
  ///
  /// An opening delimiter before that means that this tag was never closed; reading goes on there.
  private mutating func scanName(_ kind: Token.Kind, from start: Int, body: Int, closing: [UInt8]) {
    var end = body
    while !matches(closing, at: end) {
      guard end < bytes.count, !matches(open, at: end) else {
        reportUnclosed(from: start, closing: closing)
        position = end
        return
      }
      end += 1
    }
    position = end + closing.count
    var token = Token(kind, start..<position, name: trimmed(body..<end))
    checkName(&token)
    tokens.append(token)
  }

  mutating func reportUnclosed(from start: Int, closing: [UInt8]) {
    let line = bytes[start..<min(bytes.count, start + 80)].prefix {
      $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
    }
    let closing = String(decoding: closing, as: UTF8.self)
    errors.report("unclosed-tag", "tag is never closed", at: line.indices, help: "end it with \(closing)")
  }
}
