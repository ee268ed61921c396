import Foundation

/// Real articles in the public domain, which lie beside the repository and not in it.
///
/// Tests that need them are enabled by ``isAvailable``, as those of ``Conformance`` are.
public enum Corpus {
  private static let archive = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/corpus/public-domain-news.tar.xz")

  /// Whether the articles are there to be read.
  public static let isAvailable = FileManager.default.fileExists(atPath: archive.path)

  /// Every `step`th article by name: Markdown, its front matter left out.
  public static func articles(every step: Int) throws -> [(name: String, markdown: String)] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("corpus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "xf", archive.path, "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
    let news = folder.appendingPathComponent("news")
    let names = try FileManager.default.contentsOfDirectory(atPath: news.path).filter { $0.hasSuffix(".md") }.sorted()
    return try names.enumerated().filter { $0.offset % step == 0 }.map { _, name in
      let text = try String(contentsOf: news.appendingPathComponent(name), encoding: .utf8)
      return (name, text.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n\n"))
    }
  }
}
