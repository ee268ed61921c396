import Diagnostics
import Escaping
import Foundation
import Mustache
import TestSupport
import Testing

@Suite("The Mustache spec", .enabled(if: Conformance.isAvailable)) struct ConformanceTests {
  /// One vector of the spec.
  struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let data: JSON
    let template: String
    let partials: [String: String]?
    let expected: String

    var testDescription: String { name }
  }

  private struct File: Decodable {
    let tests: [Vector]
  }

  private static func vectors(_ name: String) -> [Vector] {
    guard Conformance.isAvailable else { return [] }
    do {
      return try Conformance.load("mustache/\(name).json", as: File.self).tests
    } catch {
      Issue.record(error)
      return []
    }
  }

  private func check(_ vector: Vector) {
    var sources = [(name: "template", source: SourceText(path: "template", vector.template))]
    for (name, text) in vector.partials ?? [:] { sources.append((name, SourceText(path: name, text))) }
    var diagnostics = Diagnostics()
    let library = TemplateLibrary(compiling: sources, unknownPartials: .empty, diagnostics: &diagnostics)
    var out = ByteWriter()
    let isRendered = library.render("template", with: vector.data.value, into: &out, diagnostics: &diagnostics)
    #expect(isRendered && !diagnostics.hasErrors, "\(diagnostics.all.map(\.message))")
    #expect(out.string == vector.expected)
  }

  @Test("comments", arguments: vectors("comments")) func comments(_ vector: Vector) { check(vector) }
  @Test("delimiters", arguments: vectors("delimiters")) func delimiters(_ vector: Vector) { check(vector) }
  @Test("interpolation", arguments: vectors("interpolation")) func interpolation(_ vector: Vector) { check(vector) }
  @Test("inverted sections", arguments: vectors("inverted")) func inverted(_ vector: Vector) { check(vector) }
  @Test("partials", arguments: vectors("partials")) func partials(_ vector: Vector) { check(vector) }
  @Test("sections", arguments: vectors("sections")) func sections(_ vector: Vector) { check(vector) }
  @Test("dynamic names", arguments: vectors("~dynamic-names")) func dynamicNames(_ vector: Vector) { check(vector) }
  @Test("inheritance", arguments: vectors("~inheritance")) func inheritance(_ vector: Vector) { check(vector) }

  @Test("all eight files are read, with all their vectors") func complete() {
    let names = [
      "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~dynamic-names", "~inheritance",
    ]
    #expect(names.map { Self.vectors($0).count }.reduce(0, +) == 184)
  }
}

/// A vector's data.
struct JSON: Decodable, Sendable {
  let value: Value

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Name.self) {
      value = .object(
        Object(try container.allKeys.map { (Key($0.stringValue), try container.decode(JSON.self, forKey: $0).value) }))
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let bool = try? container.decode(Bool.self) {
      value = .bool(bool)
    } else if let int = try? container.decode(Int.self) {
      value = .int(int)
    } else if let double = try? container.decode(Double.self) {
      value = .double(double)
    } else if let text = try? container.decode(String.self) {
      value = .text(text)
    } else {
      value = .list(try container.decode([JSON].self).map(\.value))
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
