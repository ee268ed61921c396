/// A piece of a template: a tag, or text up to the next tag or the end of the line.
struct Token {
  enum Kind {
    case text
    case variable(isEscaped: Bool)
    case section
    case inverted
    case block
    case parent
    case close
    case partial
    /// A comment, or a tag that sets delimiters: nothing is left of it but its effect on the line it stands on.
    case silent
    /// Text that is not written: white space beside a standalone tag, anything directly inside a parent.
    case dropped
  }

  var kind: Kind
  /// The bytes of the text, or of the whole tag with its delimiters.
  var range: Range<Int>
  /// The bytes of the name inside the tag, without sigil, asterisk and white space.
  var name: Range<Int>
  /// Whether the name had an asterisk: the value of the path it gives is the name of the template meant.
  var isDynamic = false
  /// For a tag that opens something the token that closes it, and the other way round.
  var partner: Int?
  /// For a block whether it stands directly inside a parent, and so is an argument to it.
  var isArgument = false

  /// Whether this is the first thing written on a line, so that indentation goes before it.
  var startsLine = false
  /// Whether the tag has its line to itself, so that the line is not written.
  var isStandalone = false
  /// White space before a standalone tag: what each line of what it brings in is indented by.
  var indentation: Range<Int>
  /// White space common to the lines of a block's default content, which indents what replaces it.
  var contentIndentation: Range<Int>?
  /// The line ending after a standalone tag.
  var lineEnding: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>, name: Range<Int>? = nil) {
    self.kind = kind
    self.range = range
    self.name = name ?? range.lowerBound..<range.lowerBound
    indentation = range.lowerBound..<range.lowerBound
    lineEnding = range.upperBound..<range.upperBound
  }

  var isText: Bool {
    if case .text = kind { true } else { false }
  }
}

extension UInt8 {
  /// Space, tab, line feed or carriage return.
  var isWhiteSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }
}
