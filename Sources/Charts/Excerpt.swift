/// The beginning of a longer text.
enum Excerpt {
  /// A text as it is, or its first words and “…” where it is longer than `limit` code points.
  static func of(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard let hardEnd = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      hardEnd < scalars.endIndex
    else { return text }
    let head = scalars[..<hardEnd]
    let cut = head.lastIndex { $0 == " " } ?? hardEnd
    return String(head[..<cut]) + "…"
  }
}
