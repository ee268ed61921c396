import Foundation
import Testing
import TestSupport

/// After any edits, a preview serves what a fresh build writes.
@Suite(.serialized) struct PreviewPropertyTests {
  /// How many sequences of edits are tried; more by DATELINE_SAMPLES.
  static let seeds: Range<UInt64> =
    1..<(1 + (ProcessInfo.processInfo.environment["DATELINE_SAMPLES"].flatMap(UInt64.init) ?? 2))

  private static let editCount = 20

  @Test("after any edit, every file served is that of a fresh build, byte for byte", arguments: seeds)
  func servesWhatIsBuilt(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let site = try Site(EditedSite.files)
    let preview = try PreviewProcess("--as-of", "2031-03-01", in: site.folder)
    var edited = EditedSite(site)
    var log = ["start"]
    var built = try await build(site, asOf: "2031-03-01")
    var known = Set(built.files.keys)
    #expect(built.status == 0)
    for number in 0..<Self.editCount {
      if number > 0 { log.append(try edited.edit(using: &random)) }
      let next = try await build(site, asOf: "2031-03-01")
      // While anything is wrong, everything stays as it last was.
      if next.status == 0 { built = next }
      known.formUnion(built.files.keys)
      let differences = try await differences(preview, built.files, known: known)
      try #require(differences == [], "seed \(seed), after: \(log.joined(separator: "; "))")
    }
    try edited.mendAll()
    built = try await build(site, asOf: "2031-03-01")
    try #require(built.status == 0, "seed \(seed): \(built.errors)")
    try #require(try await differences(preview, built.files, known: known) == [], "seed \(seed), mended")

    let earlier = try await build(site, asOf: "2031-02-01")
    let cookie = "dateline-as-of-\(preview.address.port ?? 80)=2031-02-01"
    let shown = try await differences(preview, earlier.files, known: known, cookie: cookie)
    #expect(shown == [], "seed \(seed), as of another day")
  }

  private func build(_ site: Site, asOf day: String) async throws -> (
    status: Int32, files: [String: [UInt8]], errors: String
  ) {
    let output = site.folder.appendingPathComponent("fresh")
    defer { try? FileManager.default.removeItem(at: output) }
    let result = try await site.build("--as-of", day, "--output", output.path)
    return (result.status, try contents(of: output), result.errors)
  }

  /// Which files differ, once there has been time enough to see what changed.
  private func differences(
    _ preview: PreviewProcess, _ files: [String: [UInt8]], known: Set<String>, cookie: String? = nil
  ) async throws -> [String] {
    var found: [String] = []
    for _ in 0..<100 {
      found = []
      for path in known.sorted() {
        let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        let (status, body) = try await preview.get(address, cookie: cookie)
        guard let expected = files[path] else {
          if status != 404 { found.append("\(path) is still there") }
          continue
        }
        if status != 200 || body != expected { found.append("\(path) (\(status))") }
      }
      if found.isEmpty { return [] }
      try await Task.sleep(for: .milliseconds(50))
    }
    return found
  }
}
