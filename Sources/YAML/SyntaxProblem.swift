import Diagnostics

/// Turns the words of libyaml into words for an editor: what is wrong, and what would put it right.
struct SyntaxProblem {
  let source: SourceText
  let range: Range<Int>
  /// What libyaml says is wrong, and what it was doing.
  let problem: String
  let context: String
  /// Where it noticed, and where what it was doing began, in bytes.
  let offset: Int
  let contextOffset: Int?
  /// The last text in quotes that was read whole.
  let lastQuoted: Range<Int>?

  /// The finding.
  var diagnostic: Diagnostic {
    if problem.contains("tab character") || byte == UInt8(ascii: "\t") { return tab }
    switch context {
    case "while scanning a quoted scalar": return unclosedQuote
    case "while parsing a quoted scalar": return badEscape
    case "while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a tag",
      "while scanning a directive":
      return needsQuotes(at: contextOffset ?? offset)
    case "while parsing a flow sequence", "while parsing a flow mapping": return unclosedBracket
    case "while scanning a block scalar":
      return error(
        "syntax", "only an indentation digit, “+”, “-” or a comment may follow “|” or “>”", at: character,
        help: "write the text on the lines below, indented")
    default: break
    }
    switch problem {
    case "mapping values are not allowed in this context": return unexpectedColon
    case "could not find expected ':'": return missingColon
    case "did not find expected key", "did not find expected '-' indicator": return unexpectedLine
    case "block sequence entries are not allowed in this context":
      return error(
        "syntax", "a list item cannot begin on the line of its key", at: character,
        help: "put “-” on the next line, or write the list as [a, b]; a text that begins with “- ” needs quotes")
    case "mapping keys are not allowed in this context", "found character that cannot start any token",
      "found undefined tag handle":
      return needsQuotes(at: offset)
    case "did not find expected node content":
      return error("syntax", "a value is missing before \(quotedCharacter)", at: character)
    case "did not find expected <document start>":
      return error(
        "syntax", "the document ended above; this does not belong to it", at: restOfLine,
        help: "check the indentation of this line and the brackets and quotes above it", notes: quoteNotes)
    default: return error("syntax", "this is not YAML: \(problem)", at: character, notes: quoteNotes)
    }
  }

  // MARK: - Kinds of mistakes

  private var tab: Diagnostic {
    let tab = source.bytes[range.lowerBound..<min(offset + 1, range.upperBound)].lastIndex(of: UInt8(ascii: "\t"))
    let start = tab ?? offset
    return error(
      "tab-indentation", "a tab is used for indentation", at: start..<min(start + 1, range.upperBound),
      help: "indent with spaces; YAML does not allow tabs")
  }

  private var unclosedQuote: Diagnostic {
    let start = contextOffset ?? offset
    return error(
      "unclosed-quote", "this quotation mark is never closed", at: start..<endOfCharacter(at: start),
      help: byte(at: start) == UInt8(ascii: "'")
        ? "close it; an apostrophe inside single quotes is written twice: ''"
        : "close it; a \" inside double quotes is written \\\"")
  }

  private var badEscape: Diagnostic {
    let start =
      source.bytes[range.lowerBound..<min(offset + 1, range.upperBound)].lastIndex(of: UInt8(ascii: "\\")) ?? offset
    // All of a number's digits, as far as they are digits.
    let limit = min(start + (byte(at: start + 1) == UInt8(ascii: "U") ? 10 : 6), range.upperBound)
    var end = endOfCharacter(at: min(start + 1, range.upperBound))
    if let letter = byte(at: start + 1), "xuU".utf8.contains(letter) {
      while end < limit, Unicode.Scalar(source.bytes[end]).properties.isASCIIHexDigit { end += 1 }
    }
    return error(
      "bad-escape", "“\(text(start..<end))” is no escape that can be read here", at: start..<end,
      help: "write \\\\ for a backslash, or use single quotes, in which a backslash stands for itself")
  }

  private func needsQuotes(at start: Int) -> Diagnostic {
    error(
      "needs-quotes", "a text without quotes cannot begin with “\(characterText(at: start))”",
      at: start..<endOfCharacter(at: start), help: "put the text in quotes")
  }

  private var unexpectedColon: Diagnostic {
    let lineStart = source.bytes.startOfLine(at: offset, in: range)
    if let colon = firstColon(in: lineStart..<offset) {
      return error(
        "needs-quotes", "“: ” inside a text without quotes", at: character,
        help: "put the text in quotes\(quotedExample(lineStart: lineStart, colon: colon))", notes: quoteNotes)
    }
    let start = firstNonBlank(from: lineStart)
    let key = text(source.bytes.trimmingEnd(start..<offset))
    return error(
      "bad-indentation", "“\(key.shortened(to: 40)):” cannot begin here, inside the value of the line above",
      at: start..<character.upperBound,
      help: "give it the indentation of the key it stands beside; a text that holds “: ” needs quotes",
      notes: quoteNotes)
  }

  private var missingColon: Diagnostic {
    let start = contextOffset ?? offset
    let line = source.bytes.trimmingEnd(start..<source.bytes.endOfLine(from: start, in: range))
    return error(
      "syntax", "a key without “:”", at: line,
      help: "write “\(text(line).shortened(to: 24)): …”, or indent the line to make it part of the text above",
      notes: quoteNotes)
  }

  private var unexpectedLine: Diagnostic {
    let before = source.bytes.trimmingEnd(range.lowerBound..<offset).upperBound
    let isOnLineOfValue = source.bytes.startOfLine(at: offset, in: range) < before
    if isOnLineOfValue, let lastQuoted, lastQuoted.upperBound == before { return textAfterQuote(lastQuoted) }
    if byte == UInt8(ascii: ":") {
      return error("syntax", "there is no key before this “:”", at: character, help: "write a key, or use quotes")
    }
    if isOnLineOfValue {
      return error("syntax", "unexpected text after a value", at: restOfLine, help: "put the whole text in quotes")
    }
    let isItem = problem == "did not find expected key"
    let start = contextOffset ?? offset
    let message =
      switch (isItem, byte) {
      case (true, UInt8(ascii: "-")?): "a list item stands among keys"
      case (false, _) where column(of: start) == column(of: offset): "a key stands among list items"
      default: "the indentation of this line fits nothing above it"
      }
    return error(
      "bad-indentation", message, at: restOfLine,
      help: "indent it like the \(isItem ? "keys" : "items") it belongs to",
      notes: quoteNotes + [
        .init("the \(isItem ? "keys" : "items") above begin here", at: place(start..<endOfCharacter(at: start)))
      ])
  }

  private func textAfterQuote(_ quote: Range<Int>) -> Diagnostic {
    let help = "a quotation mark inside the text is written \\\" in double quotes, '' in single quotes"
    guard text(quote).utf8.contains(UInt8(ascii: "\n")) else {
      return error(
        "unclosed-quote", "text after a closing quotation mark", at: restOfLine, help: help,
        notes: [.init("the quotation mark was opened here", at: place(quote.lowerBound..<(quote.lowerBound + 1)))])
    }
    // Over several lines it is the mark that opens which has no partner, and this one that opens the next text.
    return error(
      "unclosed-quote", "this quotation mark is closed only by one on another line",
      at: quote.lowerBound..<(quote.lowerBound + 1),
      help: "close it; \(help)",
      notes: [
        .init("the text would end here, with more after it", at: place((quote.upperBound - 1)..<quote.upperBound))
      ])
  }

  private var unclosedBracket: Diagnostic {
    let start = contextOffset ?? offset
    if byte == UInt8(ascii: ":"),
      source.bytes.startOfLine(at: start, in: range) == source.bytes.startOfLine(at: offset, in: range)
    {
      return error("needs-quotes", "“:” inside a text without quotes", at: character, help: "put the text in quotes")
    }
    let bracket = characterText(at: start)
    return error(
      "unclosed-bracket", "“\(bracket)” is not closed before \(quotedCharacter)", at: start..<endOfCharacter(at: start),
      help: "write “,” between two values and “\(bracket == "[" ? "]" : "}")” after the last",
      notes: [.init("noticed here", at: place(character))] + quoteNotes)
  }

  // MARK: - Looking around

  private var byte: UInt8? { byte(at: offset) }

  private func byte(at offset: Int) -> UInt8? { range.contains(offset) ? source.bytes[offset] : nil }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  private func place(_ range: Range<Int>) -> SourceLocation { source.location(range) }

  private var character: Range<Int> { offset..<endOfCharacter(at: offset) }

  private func characterText(at offset: Int) -> String { text(offset..<endOfCharacter(at: offset)) }

  private var quotedCharacter: String {
    switch byte {
    case nil: "the end of the text"
    case UInt8(ascii: "\n")?, UInt8(ascii: "\r")?: "the end of the line"
    default: "“\(characterText(at: offset))”"
    }
  }

  private func endOfCharacter(at offset: Int) -> Int {
    var end = min(offset + 1, range.upperBound)
    while end < range.upperBound, source.bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
    return end
  }

  private var restOfLine: Range<Int> {
    source.bytes.trimmingEnd(offset..<source.bytes.endOfLine(from: offset, in: range))
  }

  private func column(of offset: Int) -> Int { offset - source.bytes.startOfLine(at: offset, in: range) }

  private func firstNonBlank(from start: Int) -> Int {
    source.bytes[start..<offset].firstIndex { $0 != UInt8(ascii: " ") } ?? offset
  }

  /// The colon after the first key of a line.
  private func firstColon(in line: Range<Int>) -> Int? {
    line.first { source.bytes[$0] == UInt8(ascii: ":") && byte(at: $0 + 1) == UInt8(ascii: " ") }
  }

  /// How the value would look in quotes, where it is short enough to be shown.
  private func quotedExample(lineStart: Int, colon: Int) -> String {
    let line = source.bytes.trimmingEnd(lineStart..<source.bytes.endOfLine(from: colon, in: range))
    let value = text(min(colon + 2, line.upperBound)..<line.upperBound)
    guard value.utf8.count <= 60, !value.utf8.contains(UInt8(ascii: "\"")), !value.utf8.contains(UInt8(ascii: "\\"))
    else { return "" }
    return ": \"\(value)\""
  }

  /// A text in quotes over several lines that ended just here may have ended at the wrong quotation mark.
  private var quoteNotes: [Diagnostic.Note] {
    guard let lastQuoted, text(lastQuoted).utf8.contains(UInt8(ascii: "\n")),
      source.bytes[min(lastQuoted.upperBound, offset)..<offset].count(where: { $0 == UInt8(ascii: "\n") }) <= 1
    else { return [] }
    return [
      .init("this text in quotes runs over several lines; is its closing quotation mark missing", at: place(lastQuoted))
    ]
  }

  private func error(
    _ id: String, _ message: String, at range: Range<Int>, help: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(.error, id, message, at: place(range), notes: notes, help: help)
  }
}
