import Diagnostics
import EDTF
import Positions
import YAML

extension FuzzTarget {
  /// YAML as such.
  static let yaml = FuzzTarget("yaml") { (bytes) throws(BrokenPromise) in
    var diagnostics = Diagnostics()
    let source = SourceText(path: "a.yaml", bytes: bytes)
    let root = YAML.parse(source, diagnostics: &diagnostics)
    try promise(root != nil || diagnostics.hasErrors, "what is not read is refused")
    var nodes = root.map { [$0] } ?? []
    var count = 0
    // As many as tell: aliases may make a tree of millions.
    while let node = nodes.popLast(), count < 10_000 {
      count += 1
      try promise(node.location.range.upperBound <= bytes.count, "a value is in its file")
      nodes += node.sequence ?? []
      for entry in node.mapping ?? [] {
        try promise(entry.key.location.range.upperBound <= bytes.count, "a key is in its file")
        nodes.append(entry.value)
      }
    }
    try judge(diagnostics)
  }

  /// A positions file, decoded, resolved and counted out.
  static let positions = FuzzTarget("positions") { (bytes) throws(BrokenPromise) in
    for scope in [PositionsFile.Scope.story, .shared] {
      var diagnostics = Diagnostics()
      let source = SourceText(path: "positions.yaml", bytes: bytes)
      let file = PositionsFile.read(source, as: scope, diagnostics: &diagnostics)
      try promise(file != nil || diagnostics.hasErrors, "what is not read is refused")
      try judge(diagnostics)
    }
  }

  /// One date.
  static let edtf = FuzzTarget("edtf") { (bytes) throws(BrokenPromise) in
    let text = String(decoding: bytes, as: UTF8.self)
    switch Result(catching: { () throws(EDTFError) in try EDTFDate(parsing: text) }) {
    case .success(let date):
      try promise(date.text == text, "a date stays as it was written")
      if let earliest = date.earliest, let latest = date.latest {
        try promise(earliest <= latest, "a date ends after it begins")
      }
      for style in EDTFWords.Style.allCases { try promise(!date.words(style).isEmpty, "a date can be said") }
      _ = date.htmlDateTime
    case .failure(let refusal):
      try promise(!refusal.message.isEmpty, "a refusal has a reason")
      try promise(
        refusal.range.lowerBound >= 0 && refusal.range.upperBound <= text.utf8.count, "a refusal points into the text")
    }
  }
}
