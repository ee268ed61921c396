import Diagnostics

extension Fields {
  /// A text, however it is written: a plain number or `yes` is its text.
  public mutating func string(_ key: String, _ presence: Presence = .optional) -> Located<String>? {
    node(key, presence).flatMap { text($0, of: key) }
  }

  /// A whole number without quotes, in decimal digits.
  ///
  /// - Parameter bounds: what it may be.
  public mutating func int(
    _ key: String, _ presence: Presence = .optional, in bounds: ClosedRange<Int> = .min ... .max
  ) -> Located<Int>? {
    guard let node = node(key, presence) else { return nil }
    guard let text = plain(node), let number = Int(text) else {
      reportPlainType(of: node, for: key, expected: "a whole number", isRight: { Int($0) != nil })
      return nil
    }
    guard bounds.contains(number) else {
      let limit =
        number < bounds.lowerBound ? "at least \(bounds.lowerBound)" : "at most \(bounds.upperBound)"
      error("out-of-range", "“\(key)” should be \(limit), but is \(number)", at: node.location)
      return nil
    }
    return Located(number, at: node.location)
  }

  /// A number without quotes, in decimal digits, with a point and an exponent or without; never infinite or NaN.
  public mutating func double(_ key: String, _ presence: Presence = .optional) -> Located<Double>? {
    guard let node = node(key, presence) else { return nil }
    guard let number = number(node) else {
      reportPlainType(of: node, for: key, expected: "a number", isRight: { Double($0) != nil })
      return nil
    }
    return Located(number, at: node.location)
  }

  /// A truth value without quotes: `true`, `false`, `yes`, `no`, `on` or `off`, in any case.
  public mutating func bool(_ key: String, _ presence: Presence = .optional) -> Located<Bool>? {
    guard let node = node(key, presence) else { return nil }
    switch plain(node)?.lowercased() {
    case "true", "yes", "on": return Located(true, at: node.location)
    case "false", "no", "off": return Located(false, at: node.location)
    default:
      reportPlainType(of: node, for: key, expected: "true or false", isRight: { ["true", "false"].contains($0) })
      return nil
    }
  }

  /// One of the words that a type allows.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ presence: Presence = .optional, of type: Choice.Type = Choice.self
  ) -> Located<Choice>? where Choice.RawValue == String {
    guard let word = string(key, presence) else { return nil }
    if let choice = Choice(rawValue: word.value) { return Located(choice, at: word.location) }
    let known = Choice.allCases.map(\.rawValue)
    error(
      "unknown-value", "“\(key)” cannot be “\(word.value.shortened(to: 40))”", at: word.location,
      help: suggestion(for: word.value, among: known, listedAs: "it can be"))
    return nil
  }

  /// An id: small letters, digits and hyphens, not beginning with a hyphen.
  ///
  /// One of another form is reported, and given all the same, so that what refers to it is not reported too.
  public mutating func id(_ key: String, _ presence: Presence = .optional) -> Located<String>? {
    guard let id = string(key, presence) else { return nil }
    checkID(id)
    return id
  }

  /// The scalar's text, or a report that it is none.
  mutating func text(_ node: YAML.Node, of key: String) -> Located<String>? {
    if let scalar = node.scalar { return Located(scalar.text, at: node.location) }
    reportType(of: node, for: key, expected: "a text")
    return nil
  }

  /// Reports a text that has not the form of an id.
  public mutating func checkID(_ id: Located<String>) {
    guard !Identifier.isValid(id.value) else { return }
    let valid = Identifier.nearest(to: id.value)
    error(
      "invalid-id", "“\(id.value.shortened(to: 40))” cannot be an id", at: id.location,
      help: "an id has small letters, digits and hyphens, and begins with a letter or a digit"
        + (valid.isEmpty ? "" : ": “\(valid.shortened(to: 40))”"))
  }

  package mutating func reportType(of node: YAML.Node, for key: String, expected: String, help: String? = nil) {
    error("wrong-type", "“\(key)” should be \(expected), but is \(node.description)", at: node.location, help: help)
  }

  private mutating func reportPlainType(
    of node: YAML.Node, for key: String, expected: String, isRight: (String) -> Bool
  ) {
    let isQuoted = node.scalar.map { $0.style == .quoted && isRight($0.text) } ?? false
    reportType(of: node, for: key, expected: expected, help: isQuoted ? "write it without quotes" : nil)
  }

  private func plain(_ node: YAML.Node) -> String? {
    node.scalar.flatMap { $0.style == .plain ? $0.text : nil }
  }

  /// The number a scalar without quotes stands for; `nil` for anything else.
  package func number(_ node: YAML.Node) -> Double? {
    guard let text = plain(node), text.utf8.allSatisfy({ isNumeric($0) }), let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  private func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
