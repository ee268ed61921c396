import YAML

extension Located<String> {
  /// The cell without white space at its ends; `nil` where nothing is left.
  var filled: Located<String>? {
    let text = value.trimmed
    return text.isEmpty ? nil : Located(text, at: location)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var bytes = utf8[...]
    while let first = bytes.first, first.isCSVBlank { bytes.removeFirst() }
    while let last = bytes.last, last.isCSVBlank { bytes.removeLast() }
    return String(Substring(bytes))
  }

  var shortened: String { shortened(to: 40) }
}
