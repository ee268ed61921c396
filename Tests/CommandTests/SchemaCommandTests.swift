import Foundation
import Testing

/// What `dateline schema` prints and writes, and what `dateline new` tells editors of it.
@Suite struct SchemaCommandTests {
  @Test("each kind of schema is JSON with a title of its own", arguments: [[], ["positions"], ["shared"], ["site"]])
  func prints(words: [String]) async throws {
    let result = try await Command.run(["schema"] + words, in: nil, environment: [:])
    #expect(result.status == 0 && result.errors == "")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    #expect((json["title"] as? String)?.isEmpty == false)
  }

  @Test("a kind there is none of is named, with the one it is near to")
  func unknownKind() async throws {
    let result = try await Command.run("schema", "position")
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no schema of “position”; did you mean “positions”?"))
  }

  @Test("the first line of what `new` writes leads an editor to the schema of the file")
  func comment() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try await Command.run("new", "site", folder.path).status == 0)
    try FileManager.default.removeItem(at: folder.appendingPathComponent(".dateline/schema/site.json"))
    #expect(try await Command.run("new", "story", "talks", "--title", "Talks", in: folder).status == 0)
    for (path, kind) in [("Content/site.yaml", "site"), ("Content/talks/positions.yaml", "positions")] {
      let file = folder.appendingPathComponent(path)
      let line = try #require(String(contentsOf: file, encoding: .utf8).split(separator: "\n").first)
      let relative = try #require(line.split(separator: "$schema=").last)
      let schema = file.deletingLastPathComponent().appendingPathComponent(String(relative)).standardizedFileURL
      let printed = try await Command.run("schema", kind).output
      #expect(try String(contentsOf: schema, encoding: .utf8) == printed)
    }
  }

  @Test("--write renews the schemas of a site, and writes nothing where they are as they should be")
  func write() async throws {
    let site = try Site()
    #expect(
      try await Command.run("schema", "--write", in: site.folder).output.contains("wrote .dateline/schema/site.json"))
    #expect(try await Command.run("schema", "--write", in: site.folder).output == "the schemas are up to date\n")
    try site.write("{}", to: ".dateline/schema/site.json")
    #expect(try await Command.run("schema", "--write", in: site.folder).output == "wrote .dateline/schema/site.json\n")
  }
}
