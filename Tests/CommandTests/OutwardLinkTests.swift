import Foundation
import Testing

/// One of the site's own folders is a symbolic link, as a change that somebody sent could make it.
@Suite struct OutwardLinkTests {
  private static func move(_ name: String, of site: Site, to destination: URL, link: String) throws {
    let path = site.folder.appendingPathComponent(name).path
    if site.contains(name) {
      try FileManager.default.moveItem(atPath: path, toPath: destination.path)
    } else {
      try FileManager.default.createDirectory(at: destination, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: link)
  }

  @Test(
    "a folder of the site that is a link out of it is named, and nothing is read or written there",
    arguments: [
      ("Content", "put the folder itself there"), ("Templates", "put the folder itself there"),
      ("Output", "if that is meant, say where with --output"),
    ])
  func outward(name: String, help: String) async throws {
    let site = try Site()
    let outside = try Site(["a.txt": "not of the site"])
    let elsewhere = outside.folder.appendingPathComponent("elsewhere")
    try Self.move(name, of: site, to: elsewhere, link: elsewhere.path)
    let before = try contents(of: outside.folder)
    for command in name == "Output" ? ["build"] : ["build", "check"] {
      let result = try await Command.run(command, in: site.folder)
      #expect(result.status == 3)
      #expect(result.output == "")
      #expect(
        result.errors == """
          dateline: cannot follow the symbolic link \(name): Operation not permitted; it leads out of the site; \(help)

          """)
      #expect(name == "Output" || !site.contains("Output"))
    }
    #expect(try contents(of: outside.folder) == before)
  }

  @Test("a link to another folder of the site is followed, and so is an Output that was asked for by name")
  func inward() async throws {
    let site = try Site()
    let (text, made) = (site.folder.appendingPathComponent("text"), site.folder.appendingPathComponent("www"))
    try Self.move("Content", of: site, to: text, link: "text")
    try Self.move("Output", of: site, to: made, link: "www")
    #expect(try await site.build().status == 0)
    #expect(site.contains("www/index.html"))
    let outside = try Site([:])
    try FileManager.default.removeItem(at: site.folder.appendingPathComponent("Output"))
    try FileManager.default.createSymbolicLink(
      at: site.folder.appendingPathComponent("Output"), withDestinationURL: outside.folder)
    #expect(try await site.build("--output", "Output").status == 0)
    #expect(outside.contains("index.html"))
  }
}
