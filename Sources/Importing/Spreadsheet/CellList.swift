/// Several things in one cell of a table, ` ; ` between them and ` | ` between the parts of each.
///
///     refuse | Rules it out ; after | Only after the other side moves
///
/// A `;`, a `|` or a line end that belongs to a part is written behind a backslash, as is a backslash. Whoever types a cell
/// may put each thing on a line of its own.
public enum CellList {
  /// The cell that holds so many things with so many parts each.
  public static func cell(_ things: [[String]]) -> String {
    things.map { $0.map(escaped).joined(separator: " | ") }.joined(separator: " ; ")
  }

  /// The things in a cell, each with its parts.
  public static func things(in cell: String) -> [[String]] {
    var things: [[String]] = []
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isEscaped = false
    func finish() {
      parts.append(String(part).trimmedOfSpaces)
      part = String.UnicodeScalarView()
    }
    for scalar in cell.unicodeScalars {
      switch scalar {
      case _ where isEscaped:
        isEscaped = false
        part.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar == "s" ? "\u{0}" : scalar)
      case "\\": isEscaped = true
      case "|": finish()
      case ";", "\n", "\r":
        finish()
        if parts != [""] { things.append(parts) }
        parts = []
      default: part.append(scalar)
      }
    }
    finish()
    if parts != [""] { things.append(parts) }
    return things.map { $0.map { $0.replacing("\u{0}", with: " ") } }
  }

  /// A part with what would part it escaped; spaces at its ends as `\s`, so that they stay.
  private static func escaped(_ part: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = part.unicodeScalars
    let first = scalars.firstIndex { $0 != " " } ?? scalars.endIndex
    let last = scalars.lastIndex { $0 != " " } ?? scalars.startIndex
    for index in scalars.indices {
      switch scalars[index] {
      case "\\": result.append(contentsOf: ["\\", "\\"])
      case "|", ";": result.append(contentsOf: ["\\", scalars[index]])
      case "\n": result.append(contentsOf: ["\\", "n"])
      case "\r": result.append(contentsOf: ["\\", "r"])
      case " " where index < first || index > last: result.append(contentsOf: ["\\", "s"])
      case let scalar: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension String {
  fileprivate var trimmedOfSpaces: String {
    var scalars = unicodeScalars[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
