import Foundation
import Testing

/// A site in two editions between which every page differs, some come and some go, and a file becomes a folder and a
/// folder a file; and what Output holds when it holds the one or the other.
///
/// What a build that is killed or fails leaves behind is judged by it: the next command, which finds a mistake in the
/// content and so builds nothing itself, must leave Output as exactly one of them.
final class TwoEditions {
  let site: Site
  private let pages: Int
  private(set) var outputs: [[String: Data]] = []

  /// - Parameter pages: how many plain pages it has.
  init(pages: Int) async throws {
    self.pages = pages
    site = try Site([:])
    for edition in 0...1 {
      try write(edition)
      let result = try await site.build("-o", "edition-\(edition)")
      try #require(result.status == 0, "\(result.errors)")
      outputs.append(Self.files(in: site.folder.appendingPathComponent("edition-\(edition)")))
    }
  }

  /// Makes Content that of an edition.
  func write(_ edition: Int) throws {
    try? FileManager.default.removeItem(at: site.folder.appendingPathComponent("Content"))
    try site.write("title: Edition \(edition)\n", to: "Content/site.yaml")
    try site.write("Only in \(edition)\n", to: "Content/only-\(edition)/deep/note.txt")
    // A file in the one edition is a folder in the other.
    try site.write("Changes place in \(edition)\n", to: edition == 0 ? "Content/place" : "Content/place/inside.txt")
    try site.write("Changes place too in \(edition)\n", to: edition == 1 ? "Content/spot" : "Content/spot/inside.txt")
    for page in 0..<pages {
      let text = "# Page \(page)\n\nEdition \(edition).\n" + String(repeating: "A line of it.\n", count: page % 50)
      try site.write(text, to: "Content/p\(page % 7)/page-\(page).md")
    }
  }

  /// Runs a command that finishes what was left, and writes nothing of its own.
  func runNextCommand() async throws {
    let configuration = try #require(site.text(of: "Content/site.yaml"))
    try site.write("titel: wrong\n", to: "Content/site.yaml")
    let result = try await site.build()
    #expect(result.status == 1 && result.errors.contains("titel"), "\(result.errors)")
    try site.write(configuration, to: "Content/site.yaml")
  }

  /// What Output holds, the build's own folder included.
  var output: [String: Data] { Self.files(in: site.folder.appendingPathComponent("Output")) }

  /// Which edition Output holds; `nil` for neither. A file that stands aside makes it neither.
  func edition(of output: [String: Data]) -> Int? { outputs.firstIndex { $0 == output } }

  /// The files of Output that are not whole: they hold what neither edition has there.
  func torn(in output: [String: Data]) -> [String] {
    output.keys.filter { path in
      !path.hasPrefix(".dateline/") && !path.hasSuffix("/") && !outputs.contains { $0[path] == output[path] }
    }.sorted()
  }

  private static func files(in root: URL) -> [String: Data] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    var files: [String: Data] = [:]
    // What is written down of a build is of that build, not of the edition.
    for path in paths where path != ".dateline/record" {
      let url = root.appendingPathComponent(path)
      var isFolder = ObjCBool(false)
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
      // An empty folder, too, is something that was left.
      if !isFolder.boolValue {
        files[path] = try? Data(contentsOf: url)
      } else if (try? FileManager.default.contentsOfDirectory(atPath: url.path))?.isEmpty == true {
        files[path + "/"] = Data()
      }
    }
    return files
  }
}
