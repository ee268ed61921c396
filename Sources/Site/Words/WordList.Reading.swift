import Diagnostics
import YAML

extension WordList {
  /// Reads the built-in English words, which say what keys there are and of which kind each is.
  init(reference source: SourceText, diagnostics: inout Diagnostics) {
    guard let node = YAML.parse(source, diagnostics: &diagnostics) else { return }
    for entry in node.mapping ?? [] {
      if Self.sections.contains(entry.key.value) {
        for inner in entry.value.mapping ?? [] {
          entries[entry.key.value + "." + inner.key.value] = Self.entry(inner.value)
        }
      } else {
        entries[entry.key.value] = Self.entry(entry.value)
      }
    }
  }

  private static func entry(_ node: YAML.Node) -> Entry {
    switch node.content {
    case .scalar(let scalar): .phrase(Phrase(scalar.text))
    case .sequence(let items): .list(items.compactMap(\.scalar?.text))
    case .mapping(let forms):
      .forms(
        Dictionary(
          forms.map { ($0.key.value, Phrase($0.value.scalar?.text ?? "")) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Reads a language's words; a key may be left out.
  ///
  /// - Parameter reference: the built-in English.
  init(_ source: SourceText, as reference: WordList, diagnostics: inout Diagnostics) {
    guard let node = YAML.parse(source, diagnostics: &diagnostics) else { return }
    var fields = Fields(node, describing: "a file of words")
    read(&fields, as: reference, section: nil)
    for section in Self.sections {
      guard let node = fields.node(section) else { continue }
      fields.record(at: node, describing: "“\(section)”") { read(&$0, as: reference, section: section) }
    }
    fields.finish(into: &diagnostics)
  }

  private mutating func read(_ fields: inout Fields, as reference: WordList, section: String?) {
    let prefix = section.map { $0 + "." } ?? ""
    for (name, entry) in reference.entries.sorted(by: { $0.key < $1.key }) {
      guard name.hasPrefix(prefix), section != nil || !Self.isInSection(name) else { continue }
      let key = String(name.dropFirst(prefix.count))
      switch entry {
      case .list(let items): entries[name] = fields.words(key, count: items.count).map(Entry.list)
      case .phrase where !Self.placed.contains(name):
        entries[name] = fields.string(key).map { .phrase(fields.phrase($0, of: key, values: entry.values)) }
      case .phrase: entries[name] = fields.forms(DateForm.allCases.map(\.rawValue), of: key, values: entry.values)
      case .forms: entries[name] = fields.forms(PluralForm.allCases.map(\.rawValue), of: key, values: entry.values)
      }
    }
  }

  private static func isInSection(_ name: String) -> Bool { sections.contains { name.hasPrefix($0 + ".") } }
}

extension Fields {
  /// A phrase, after a look at the values it asks for.
  fileprivate mutating func phrase(_ text: Located<String>, of key: String, values: Set<String>) -> Phrase {
    let phrase = Phrase(text.value)
    for name in phrase.values where !values.contains(name) {
      let known = values.sorted()
      error(
        "unknown-value", "no {\(name)} goes into “\(key)”", at: text.location.narrowed(to: "{\(name)}"),
        help: nearestName(to: name, among: known).map { "did you mean {\($0)}?" }
          ?? (known.isEmpty
            ? "write the phrase without { }" : "what goes in is \(known.map { "{\($0)}" }.joined(separator: ", "))"))
    }
    return phrase
  }

  /// One phrase for all forms, or a phrase for each of some.
  fileprivate mutating func forms(_ names: [String], of key: String, values: Set<String>) -> WordList.Entry? {
    guard let node = node(key) else { return nil }
    if let scalar = node.scalar {
      return .phrase(phrase(Located(scalar.text, at: node.location), of: key, values: values))
    }
    let forms = record(at: node, describing: "“\(key)”") { fields in
      var forms: [String: Phrase] = [:]
      for name in names {
        let text = fields.string(name, name == WordList.usualForm ? .required : .optional)
        forms[name] = text.map { fields.phrase($0, of: key, values: values) }
      }
      return forms
    }
    return .forms(forms)
  }

  /// A list of so many words.
  fileprivate mutating func words(_ key: String, count: Int) -> [String]? {
    guard hasValue(key) else {
      _ = node(key)
      return nil
    }
    let words = strings(key).map(\.value)
    guard words.count == count else {
      error(
        "wrong-count", "“\(key)” has \(words.count) words, and needs \(count)", at: location(ofKey: key),
        help: "give one for each of the English words, in their order")
      return nil
    }
    return words
  }
}
