import Diagnostics
import YAML

// A word that means nothing is told once, however often it stands in the file: most likely its definition is mistyped.
extension Resolver {
  /// Reports that a word means nothing; further places where it stands become notes.
  mutating func reportUnknown(_ word: Located<String>, as kind: String, _ message: String, help: String?) {
    let key = kind + " " + word.value
    if unknown[key] != nil {
      unknown[key]?.repeats.append(word.location)
    } else {
      unknown[key] = (diagnostics.all.count, [])
      unknownWords.insert(word.value)
      error("unknown-id", message, at: word.location, help: help)
    }
  }

  /// Everything found, each unknown word once.
  var findings: Diagnostics {
    var repeats: [Int: [SourceLocation]] = [:]
    for (finding, places) in unknown.values { repeats[finding] = places }
    var findings = Diagnostics()
    for (index, finding) in diagnostics.all.enumerated() {
      let places = repeats[index] ?? []
      var notes = finding.notes + places.prefix(3).map { Diagnostic.Note("and here", at: $0) }
      if places.count > 3 { notes.append(Diagnostic.Note("and \(places.count - 3) more times")) }
      findings.report(
        Diagnostic(
          finding.severity, finding.id, finding.message, at: finding.location, notes: notes, help: finding.help))
    }
    return findings
  }
}
