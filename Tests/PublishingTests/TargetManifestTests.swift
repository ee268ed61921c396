import Site
import Testing

@testable import Publishing

/// The file by which Dateline knows what it put at a target.
@Suite struct TargetManifestTests {
  @Test("what is written reads back the same, whatever is in a path")
  func roundTrip() throws {
    let digest = String(repeating: "a", count: 64)
    let manifest = TargetManifest(entries: [
      "index.html": .init(digest: digest, size: 12), "a b/ü.html": .init(digest: digest, size: 0),
      "line\nfeed": .init(digest: nil, size: 0), "back\\nslash": .init(digest: digest, size: 1),
      " leading": .init(digest: digest, size: 1), "x\r": .init(digest: digest, size: 1),
    ])
    #expect(TargetManifest(parsing: manifest.bytes) == manifest)
    #expect(TargetManifest(parsing: TargetManifest().bytes) == TargetManifest())
  }

  @Test(
    "what is not whole, not ours or leads elsewhere is not read at all",
    arguments: [
      "", "\n", "dateline-manifest 2\n", "dateline-manifest 1", "<html>\n", "dateline-manifest 1\nx 1 a\nx 1 b",
      "dateline-manifest 1\nx 1\n", "dateline-manifest 1\nx one a\n", "dateline-manifest 1\nx -1 a\n",
      "dateline-manifest 1\nx 1 ../a\n", "dateline-manifest 1\nx 1 /a\n", "dateline-manifest 1\nx 1 a//b\n",
      "dateline-manifest 1\nx 1 a/./b\n", "dateline-manifest 1\nx 1 .dateline-manifest\n",
      "dateline-manifest 1\nx 1 a\0b\n",
    ])
  func damaged(text: String) {
    #expect(TargetManifest(parsing: Array(text.utf8)) == nil)
  }

  @Test("git's name for a file's bytes is the one git gives", arguments: ["", "hello\n", "é\0\r\n"])
  func blobID(text: String) throws {
    var command = Command("git", ["hash-object", "--no-filters", "--stdin"])
    command.environment["GIT_DIR"] = "/nowhere"
    command.input = Array(text.utf8)
    let name = String(decoding: try command.run().output, as: UTF8.self).trimmedLine
    #expect(GitBlob.id(of: Array(text.utf8)) == name)
  }
}
