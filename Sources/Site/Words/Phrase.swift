import Mustache

/// Something the site says, with places in it where values go: `As of {date}`.
struct Phrase: Sendable, Equatable {
  /// A part of a phrase.
  enum Piece: Sendable, Equatable {
    case text(String)
    /// Where the value of that name goes.
    case value(String)
  }

  let pieces: [Piece]

  /// Takes a phrase apart; a brace that is not closed is text.
  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.value(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The names of the values, in the order in which they first stand.
  var values: [String] {
    var names: [String] = []
    for case .value(let name) in pieces where !names.contains(name) { names.append(name) }
    return names
  }

  /// The phrase as it is written.
  var text: String { filled { "{\($0)}" } }

  /// The phrase with its values in place; the place of one that is not given stays as it is written.
  func filled(_ values: KeyValuePairs<String, String>) -> String {
    filled { name in values.first { $0.key == name }?.value ?? "{\(name)}" }
  }

  private func filled(_ value: (String) -> String) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .value(let name): result += value(name)
      }
    }
    return result
  }

  /// What templates are given: the text where nothing goes into it; else its pieces, each with `text` or with one of
  /// `is_…` for the value that goes there, so that a template can make the value a link wherever in the phrase it stands.
  var view: Value {
    let values = values
    guard !values.isEmpty else { return .text(text) }
    return .objects(
      pieces.map { piece in
        var view = Object()
        switch piece {
        case .text(let text): view["text"] = .text(text)
        case .value: view["text"] = .null
        }
        for name in values { view[Key("is_" + name)] = .bool(piece == .value(name)) }
        return view
      })
  }
}
