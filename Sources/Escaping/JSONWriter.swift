/// Writes JSON in the order it is told to, so that the same data gives the same bytes.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("id", "vale")
///       json.array("roles") { json in json.element("envoy") }
///     }
///
/// Two spaces of indentation; a number is written as the shortest decimal that reads back the same.
public struct JSONWriter: Sendable {
  private var out: ByteWriter
  private var depth = 0
  private var isFirst = true

  /// Creates an empty writer.
  public init(capacity: Int = 0) { out = ByteWriter(capacity: capacity) }

  /// The JSON text, with a line feed at its end.
  public var bytes: [UInt8] { out.bytes + [UInt8(ascii: "\n")] }

  /// Writes an object: at the top, or as an element of an array.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    nest("{", "}", body)
  }

  /// Writes an object as a member of the object being written.
  public mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    nest("{", "}", body)
  }

  /// Writes an array as a member of the object being written.
  public mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    nest("[", "]", body)
  }

  /// Writes an array: at the top, or as an element of an array.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    nest("[", "]", body)
  }

  /// Writes a member that is text; nothing at all for `nil`.
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    out.jsonString(value)
  }

  /// Writes a member that is a whole number; nothing at all for `nil`.
  public mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    out.raw(number: value)
  }

  /// Writes a member that is a number; nothing at all for `nil`, `null` for what JSON has no number for.
  public mutating func member(_ name: String, _ value: Double?) {
    guard let value else { return }
    key(name)
    out.raw(string: value.isFinite ? "\(value)" : "null")
  }

  /// Writes a member that is true or false; nothing at all for `nil`.
  public mutating func member(_ name: String, _ value: Bool?) {
    guard let value else { return }
    key(name)
    out.raw(string: value ? "true" : "false")
  }

  /// Writes a member that is `null`.
  public mutating func null(_ name: String) {
    key(name)
    out.raw("null")
  }

  /// Writes an element that is text.
  public mutating func element(_ value: String) {
    separate()
    out.jsonString(value)
  }

  /// Writes an element that is a number.
  public mutating func element(_ value: Double) {
    separate()
    out.raw(string: value.isFinite ? "\(value)" : "null")
  }

  /// Writes an element that is `null`.
  public mutating func null() {
    separate()
    out.raw("null")
  }

  private mutating func key(_ name: String) {
    separate()
    out.jsonString(name)
    out.raw(": ")
  }

  private mutating func separate() {
    if !isFirst { out.raw(",") }
    if depth > 0 { newline() }
    isFirst = false
  }

  private mutating func nest(_ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void) {
    out.raw(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newline() }
    out.raw(close)
    isFirst = false
  }

  private mutating func newline() {
    out.raw("\n")
    for _ in 0..<depth { out.raw("  ") }
  }
}
