extension ByteWriter {
  /// Writes one field of CSV (RFC 4180), quoted where it has to be, and guarded against being taken for a formula; see
  /// ``FormulaGuard``.
  public mutating func csvField(_ text: String) {
    let text = FormulaGuard.guarding(text)
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return raw(string: text) }
    raw("\"")
    let utf8 = text.utf8
    write(utf8.span) { $0 == UInt8(ascii: "\"") ? "\"\"" : nil }
    raw("\"")
  }

  /// Writes one record of CSV, its CRLF included (RFC 4180).
  public mutating func csvRecord(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { raw(",") }
      csvField(field)
    }
    raw("\r\n")
  }
}
