/// Writes XML 1.0 in the order it is told to, so that the same data gives the same bytes.
///
///     var xml = XMLWriter()
///     xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom"]) { xml in
///       xml.element("title", text: "The Sound")
///     }
///
/// Each element stands on a line of its own, two spaces further in than the one around it.
public struct XMLWriter: Sendable {
  /// Attributes in the order they are written; those that are `nil` are not.
  public typealias Attributes = KeyValuePairs<StaticString, String?>

  private var out: ByteWriter
  private var depth = 0

  /// Creates a document that holds its XML declaration.
  public init(capacity: Int = 0) {
    out = ByteWriter(capacity: capacity)
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  }

  /// The document, with a line feed at its end.
  public var bytes: [UInt8] { out.bytes }

  /// Writes an element without content.
  public mutating func element(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    out.raw("/>\n")
  }

  /// Writes an element that holds text.
  public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    open(name, attributes)
    out.raw(">")
    out.xml(text)
    close(name)
  }

  /// Writes an element that holds UTF-8 text, such as HTML that is escaped a second time.
  public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: [UInt8]) {
    open(name, attributes)
    out.raw(">")
    out.xml(text)
    close(name)
  }

  /// Writes an element that holds others.
  public mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    out.raw(">\n")
    depth += 1
    body(&self)
    depth -= 1
    indent()
    close(name)
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    indent()
    out.raw("<")
    out.raw(name)
    for (name, value) in attributes {
      guard let value else { continue }
      out.raw(" ")
      out.raw(name)
      out.raw("=\"")
      out.xml(value)
      out.raw("\"")
    }
  }

  private mutating func close(_ name: StaticString) {
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  private mutating func indent() {
    for _ in 0..<depth { out.raw("  ") }
  }
}
