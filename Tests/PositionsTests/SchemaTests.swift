import Diagnostics
import EDTF
import Foundation
import Positions
import TestSupport
import Testing
import YAML

/// The JSON Schema of a positions file says what the reader reads.
@Suite struct SchemaTests {
  /// A record of the schema, and a file in which an unknown key stands among its keys.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let yaml: String
    let schema: @Sendable (JSONSchema) -> JSONSchema?
    var scope = PositionsFile.Scope.story

    var testDescription: String { name }
  }

  static let places: [Place] = [
    Place(name: "story", yaml: "qqqqqqqq: 1") { $0 },
    Place(name: "shared", yaml: "qqqqqqqq: 1", schema: { $0 }, scope: .shared),
    Place(name: "side", yaml: "sides: {a: {label: A, qqqqqqqq: 1}}") { $0["sides"]?.element?.alternative(1) },
    Place(name: "actor", yaml: "actors: {a: {name: A, qqqqqqqq: 1}}") { $0["actors"]?.element },
    Place(name: "role", yaml: "actors: {a: {name: A, roles: [{title: T, qqqqqqqq: 1}]}}") {
      $0["actors"]?.element?["roles"]?.element
    },
    Place(name: "issue", yaml: "issues: {a: {question: A?, scale: s, qqqqqqqq: 1}}") { $0["issues"]?.element },
    Place(name: "source", yaml: "sources: {a: {title: A, qqqqqqqq: 1}}") { $0["sources"]?.element },
    Place(name: "event", yaml: "events: {a: {title: A, date: 2019, qqqqqqqq: 1}}") { $0["events"]?.element },
    Place(name: "position", yaml: "positions: [{who: a, issue: b, stance: c, source: d, quote: e f, qqqqqqqq: 1}]") {
      $0["positions"]?.element
    },
    Place(
      name: "retraction",
      yaml: "positions: [{who: a, issue: b, stance: c, source: d, quote: e f, retracted: {date: 2019, qqqqqqqq: 1}}]"
    ) { $0["positions"]?.element?["retracted"] },
    Place(name: "expectation", yaml: "expectations: [{id: a, proposition: P, qqqqqqqq: 1}]") {
      $0["expectations"]?.element
    },
    Place(
      name: "outcome",
      yaml: "expectations: [{id: a, proposition: P, outcome: {value: annulled, date: 2019, qqqqqqqq: 1}}]"
    ) { $0["expectations"]?.element?["outcome"] },
    Place(name: "correction", yaml: "corrections: [{date: 2019, qqqqqqqq: 1}]") { $0["corrections"]?.element },
  ]

  @Test("every record has exactly the keys that are read", arguments: places)
  func keys(_ place: Place) throws {
    var diagnostics = Diagnostics()
    _ = PositionsFile.read(
      SourceText(path: "positions.yaml", bytes: Array(place.yaml.utf8)), as: place.scope, diagnostics: &diagnostics)
    let unknown = try #require(diagnostics.all.first { $0.id == "unknown-key" })
    let known = try #require(unknown.help?.split(separator: "its keys are ").last).split(separator: ", ").map(
      String.init)
    let schema = try #require(place.schema(PositionsFile.schema(of: place.scope)))
    #expect(schema.keys.sorted() == known.sorted())
  }

  @Test("the pattern of dates accepts what is read", .enabled(if: Conformance.isAvailable))
  func dates() throws {
    struct Vectors: Decodable {
      struct Vector: Decodable { let edtf: String }
      let accept: [Vector]
    }
    let pattern = try Self.pattern(of: "added")
    let vectors: Vectors = try Conformance.load("edtf/vectors.json")
    for text in vectors.accept.map(\.edtf) where (try? EDTFDate(parsing: text)) != nil {
      #expect(text.contains(pattern), "\(text)")
    }
    for wrong in ["21 February 2019", "2/21/2019", "2019-2-1", "February 2019", "2019-02-21T10", "soon", ""] {
      #expect(!wrong.contains(pattern), "\(wrong)")
    }
  }

  private static func pattern(of key: String) throws -> Regex<AnyRegexOutput> {
    let json = PositionsFile.schema(of: .story).json(titled: "positions.yaml")
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let positions = try #require((schema["properties"] as? [String: Any])?["positions"] as? [String: Any])
    let position = try #require((positions["items"] as? [String: Any])?["properties"] as? [String: Any])
    return try Regex(#require((position[key] as? [String: Any])?["pattern"] as? String))
  }
}
