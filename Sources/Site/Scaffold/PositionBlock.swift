import YAML

/// A position about to be written: its keys in the order of the file, and how they look in it.
struct PositionBlock: Sendable {
  /// A key with its value.
  struct Field: Sendable {
    let key: String
    let value: String
    /// Whether it is somebody's words, not an id or a date.
    let isProse: Bool

    init(_ key: String, _ value: String, isProse: Bool = false) {
      self.key = key
      self.value = value
      self.isProse = isProse
    }
  }

  /// How the positions around it are written.
  enum Layout: Sendable, Equatable {
    /// Keys below one another, after a dash; so many spaces before the dash and after it.
    case block(indent: Int, gap: Int, quotesProse: Bool)
    /// `- {…}`, with so many spaces before the dash.
    case flowItem(indent: Int, gap: Int)
    /// `{…}` on one line between the brackets of a list.
    case inline(isJSON: Bool)
    /// `{…}` with a key on each line, indented by `keys`, the brace by `brace`.
    case lines(keys: String, brace: String, isJSON: Bool)
  }

  let fields: [Field]

  /// How wide a line may be, in code points.
  private static let width = 120

  /// The lines, without line endings; the first one begins where the list's layout puts it.
  func lines(_ layout: Layout) -> [String] {
    switch layout {
    case .block(let indent, let gap, let quotesProse):
      return blockLines(indent: indent, gap: gap, quotesProse: quotesProse)
    case .flowItem(let indent, let gap): return flowLines(indent: indent, gap: gap)
    case .inline(let isJSON):
      return ["{" + fields.map { pair($0, isJSON: isJSON) }.joined(separator: ", ") + "}"]
    case .lines(let keys, let brace, let isJSON):
      return ["{"]
        + fields.enumerated().map { index, field in
          keys + pair(field, isJSON: isJSON) + (index + 1 < fields.count ? "," : "")
        } + [brace + "}"]
    }
  }

  private func blockLines(indent: Int, gap: Int, quotesProse: Bool) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let keys = margin + String(repeating: " ", count: 1 + gap)
    var lines: [String] = []
    for field in fields {
      let start = (lines.isEmpty ? margin + "-" + String(repeating: " ", count: gap) : keys) + field.key + ": "
      let scalar =
        field.isProse && quotesProse ? YAMLText.quoted(field.value) : YAMLText.scalar(field.value, in: .block)
      let available = Self.width - keys.count - 2
      if field.isProse, (start + scalar).unicodeScalars.count > Self.width,
        let folded = YAMLText.folded(field.value, width: available)
      {
        lines.append(start + ">-")
        lines += folded.map { keys + "  " + $0 }
      } else {
        lines.append(start + scalar)
      }
    }
    return lines
  }

  private func flowLines(indent: Int, gap: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let continued = margin + String(repeating: " ", count: 2 + gap)
    var lines = [margin + "-" + String(repeating: " ", count: gap) + "{"]
    for (index, field) in fields.enumerated() {
      let text = pair(field, isJSON: false) + (index + 1 < fields.count ? "," : "}")
      let last = lines.count - 1
      if index == 0 {
        lines[last] += text
      } else if (lines[last] + text).unicodeScalars.count < Self.width {
        lines[last] += " " + text
      } else {
        lines.append(continued + text)
      }
    }
    return lines
  }

  private func pair(_ field: Field, isJSON: Bool) -> String {
    isJSON
      ? "\(YAMLText.quoted(field.key)): \(YAMLText.quoted(field.value))"
      : "\(field.key): \(YAMLText.scalar(field.value, in: .flow))"
  }
}
