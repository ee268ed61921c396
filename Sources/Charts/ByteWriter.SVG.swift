import Escaping

extension ByteWriter {
  /// Writes a coordinate with one decimal at most; what is not a number is 0.
  mutating func coordinate(_ value: Double) {
    let tenths = (min(max(value, -1e9), 1e9) * 10).nearestInteger
    if tenths < 0 { raw("-") }
    raw(number: abs(tenths) / 10)
    let decimal = abs(tenths) % 10
    guard decimal != 0 else { return }
    raw(".")
    raw(number: decimal)
  }

  /// Writes an attribute that is a coordinate, the space before it included.
  mutating func attribute(_ name: StaticString, _ value: Double) {
    raw(" ")
    raw(name)
    raw("=\"")
    coordinate(value)
    raw("\"")
  }

  /// Writes an attribute that is text, the space before it included.
  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    attribute(value)
    raw("\"")
  }

  /// Writes a `title` element.
  mutating func title(_ text: String) {
    raw("<title>")
    self.text(text)
    raw("</title>")
  }

  /// Writes a path command: its letter, then its coordinates.
  mutating func command(_ letter: StaticString, _ values: Double...) {
    raw(letter)
    for (index, value) in values.enumerated() {
      if index > 0 { raw(" ") }
      coordinate(value)
    }
  }

  /// Writes the path commands of a line through points.
  mutating func polyline(_ points: [Point]) {
    for (index, point) in points.enumerated() {
      raw(index == 0 ? "M" : " ")
      coordinate(point.x)
      raw(" ")
      coordinate(point.y)
    }
  }
}
