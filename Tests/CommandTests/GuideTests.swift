import Foundation
import Testing

/// Every example of the guide works as the guide says: its files build, and its commands print what stands below them.
///
/// After a change of wording, `DATELINE_REWRITE=1 swift test --filter GuideTests` writes what the commands print into
/// the pages; read what changed before you commit it. `DATELINE_GUIDE_SITES` names a folder in which the site of each
/// page is left for others to judge.
@Suite struct GuideTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Documentation/Content")
  static let pages = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()
  private static let rewrites = ProcessInfo.processInfo.environment["DATELINE_REWRITE"] == "1"
  private static let gallery = ProcessInfo.processInfo.environment["DATELINE_GUIDE_SITES"]

  @Test("a page of the guide can be followed", arguments: pages)
  func follow(page: String) async throws {
    let file = Self.folder.appendingPathComponent(page)
    let guide = try GuidePage(file)
    guard !guide.steps.isEmpty else { return }
    let reader = try GuideReader()
    defer { reader.leave() }
    // Every page goes on from the first story.
    if page != "story.md" { _ = try await reader.follow(GuidePage(Self.folder.appendingPathComponent("story.md"))) }
    let printed = try await reader.follow(guide)
    if Self.rewrites {
      try Data(guide.replacing(printed).utf8).write(to: file)
    } else {
      for (step, told) in zip(printed, guide.consoles) {
        for (now, then) in zip(step.commands, told) { #expect(now.output == then.output, "\(now.command)") }
      }
    }
    if let gallery = Self.gallery { try reader.leaveSite(in: URL(fileURLWithPath: gallery), as: guide.name) }
  }

  @Test("the guide is a site of its own, and nothing is wrong with it")
  func guide() async throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-guide-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let result = try await Command.run(
      "build", Self.folder.deletingLastPathComponent().path, "--output", output.path)
    #expect(result.status == 0)
    #expect(result.errors == "")
  }
}

extension GuidePage {
  fileprivate var consoles: [[(command: String, output: String)]] {
    steps.compactMap { if case .console(let commands, _, _) = $0 { commands } else { nil } }
  }
}

/// Somebody who does what a page says, in a folder of their own.
private final class GuideReader {
  typealias Printed = (lines: Range<Int>, commands: [(command: String, output: String)])

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-guide-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func leave() { try? FileManager.default.removeItem(at: folder) }

  func leaveSite(in gallery: URL, as name: String) throws {
    let target = gallery.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: gallery, withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.copyItem(at: folder, to: target)
  }

  func follow(_ page: GuidePage) async throws -> [Printed] {
    var printed: [Printed] = []
    var isUnbuilt = false
    for step in page.steps {
      switch step {
      case .file(let path, let text): try write(text, to: path)
      case .fragment(let key, let text): try add(text, under: key)
      case .site(let text): try set(text)
      case .console(let commands, let lines, let isPreview):
        var results: [(command: String, output: String)] = []
        var rest = commands.map(\.command)[...]
        let preview = isPreview ? try rest.popFirst().map { try PreviewTerminal($0, in: folder, path: path()) } : nil
        if let preview { results.append((commands[0].command, await preview.said())) }
        for command in rest {
          let output = try await run(command)
          results.append((command, output + (await preview?.said() ?? "")))
        }
        printed.append((lines, results))
      }
      if case .console = step { isUnbuilt = false } else { isUnbuilt = true }
    }
    if isUnbuilt {
      let result = try await Command.run("build", "--as-of", "2031-03-15", in: folder)
      #expect(result.status == 0 && result.errors == "", "\(page.name): \(result.errors)")
    }
    return printed
  }

  /// Runs a command in a shell; what it prints, with the time it took left out.
  private func run(_ command: String) async throws -> String {
    let result = try await Command.run(
      program: URL(fileURLWithPath: "/bin/bash"), ["-c", "exec 2>&1\n" + command + "\n"], in: folder,
      environment: ["PATH": path(), "BASH_ENV": ""])
    return result.output.replacing(/\d+\.\d\d s\b/, with: "0.02 s").replacing(/; \d+ ms\b/, with: "; 2 ms")
  }

  /// Where a shell looks for programs: first where `dateline` was built.
  private func path() throws -> String {
    try Command.executable().deletingLastPathComponent().path + ":"
      + (ProcessInfo.processInfo.environment["PATH"] ?? "")
  }

  private func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// Adds lines at the end of what stands under a key of the positions file.
  private func add(_ text: String, under key: String) throws {
    let path = "Content/harbour/positions.yaml"
    var lines = try self.text(of: path).components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    let added = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "" : "  " + $0 }
    if let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) {
      lines[start] = "\(key):"
      let end = lines[(start + 1)...].firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasPrefix("#") }
      lines.insert(contentsOf: added, at: end ?? lines.endIndex)
    } else {
      lines += ["\(key):"] + added
    }
    try write(lines.joined(separator: "\n") + "\n", to: path)
  }

  /// Puts keys into site.yaml, in place of those of the same name.
  private func set(_ text: String) throws {
    let path = "Content/site.yaml"
    let keys = text.split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("#") }
      .map { $0.prefix { $0 != ":" } + ":" }
    var isDropped = false
    let kept = try self.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if !line.hasPrefix(" ") { isDropped = keys.contains { line.hasPrefix($0) } }
      return !isDropped
    }
    try write(kept.joined(separator: "\n") + text, to: path)
  }
}
