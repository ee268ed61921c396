import Escaping

/// Writes diagnostics as SARIF 2.1.0, which code scanning and editors read (OASIS, Static Analysis Results Interchange
/// Format).
///
/// Columns count UTF-16 code units, as most of those readers take for granted, and the log says so; a byte order mark is
/// not counted (3.30.5). Addresses of files are relative to the root of the repository. The same findings give the same
/// bytes: there is no time and no machine in it.
public struct SARIFReport {
  private let version: String
  private let rules: [String: DiagnosticRule]
  private var places: ReportPlaces

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - version: which Dateline this is.
  ///   - rules: what there is to say of the kinds of findings.
  ///   - folder: the folder of the site, as the command line names it, below the root of the repository.
  public init(version: String, rules: [DiagnosticRule], folder: String) {
    self.version = version
    self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    places = ReportPlaces(folder: folder, columns: .utf16)
  }

  /// The whole log.
  public mutating func bytes(for diagnostics: Diagnostics) -> [UInt8] {
    let findings = diagnostics.sorted()
    let ids = Set(findings.map(\.id)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.member("name", "Dateline")
              json.member("semanticVersion", version)
              json.array("rules") { json in
                for id in ids { json.object { json in writeRule(id, to: &json) } }
              }
            }
          }
          json.member("columnKind", "utf16CodeUnits")
          json.array("results") { json in
            for finding in findings {
              json.object { json in write(finding, rule: indices[finding.id], to: &json) }
            }
          }
        }
      }
    }
    return json.bytes
  }

  private func writeRule(_ id: String, to json: inout JSONWriter) {
    json.member("id", id)
    // Errors and warnings of a build are of many kinds, and say themselves what they are.
    guard let rule = rules[id] else { return }
    json.object("shortDescription") { $0.member("text", rule.summary) }
    json.object("help") { $0.member("text", rule.help) }
    json.object("defaultConfiguration") { $0.member("level", rule.severity.rawValue) }
  }

  private mutating func write(_ finding: Diagnostic, rule: Int?, to json: inout JSONWriter) {
    json.member("ruleId", finding.id)
    json.member("ruleIndex", rule)
    json.member("level", finding.severity.rawValue)
    let facts = finding.notes.filter { $0.location == nil }.map(\.plainText)
    let text = ([finding.message] + facts + [finding.help].compactMap { $0 }).map { printable($0) }
    json.object("message") { $0.member("text", text.joined(separator: "\n")) }
    json.array("locations") { json in
      guard let location = finding.location else { return }
      json.object { json in write(location, to: &json) }
    }
    let related = finding.notes.filter { $0.location != nil }
    guard !related.isEmpty else { return }
    json.array("relatedLocations") { json in
      for (index, note) in related.enumerated() {
        guard let location = note.location else { continue }
        json.object { json in
          json.member("id", index + 1)
          json.object("message") { $0.member("text", printable(note.plainText)) }
          write(location, to: &json)
        }
      }
    }
  }

  private mutating func write(_ location: SourceLocation, to json: inout JSONWriter) {
    let place = places.place(of: location)
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { json in
        var address = ByteWriter()
        for (index, part) in place.path.split(separator: "/").enumerated() {
          if index > 0 { address.raw("/") }
          address.urlComponent(String(part))
        }
        json.member("uri", address.string)
        json.member("uriBaseId", "%SRCROOT%")
      }
      json.object("region") { json in
        json.member("startLine", place.startLine)
        json.member("startColumn", place.startColumn)
        json.member("endLine", place.endLine)
        json.member("endColumn", place.endColumn)
      }
    }
  }
}
