/// Keeps what content says from being run as a formula where somebody opens a table in a spreadsheet.
///
/// A program such as Excel takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula, quotation
/// marks or not, and a formula can send away what else is in the sheet. So such a text gets an apostrophe before it, which
/// spreadsheets read as “this is text”. To be undone without loss, so does a text that begins with apostrophes and then
/// one of these (OWASP, *CSV Injection*).
public enum FormulaGuard {
  /// The text as it goes into a table.
  public static func guarding(_ text: String) -> String { isMistakable(text) ? "'" + text : text }

  /// The text as it was before ``guarding(_:)``.
  public static func removing(from text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isMistakable(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func isMistakable(_ text: String) -> Bool {
    let first = text.utf8.first { $0 != UInt8(ascii: "'") }
    return switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
