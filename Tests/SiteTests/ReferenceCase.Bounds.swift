import Diagnostics
import Escaping
import Foundation
import Mustache
import YAML

@testable import Site

extension ReferenceCase {
  /// What is more than is read, and what the disk holds that is no file.
  static let bounds: [ReferenceCase] = [
    ReferenceCase("positions-too-large") { _ in
      // Lines, for a message shows one.
      let line = String(repeating: "#", count: 1_023) + "\n"
      let text = String(repeating: line, count: YAML.Limits().bytes / line.utf8.count + 1)
      var diagnostics = Diagnostics()
      _ = YAML.parse(
        SourceText(path: "Content/harbour/positions.yaml", bytes: Array(text.utf8)), diagnostics: &diagnostics)
      return diagnostics
    },
    ReferenceCase("page-too-large", file: "Content/about.md") {
      "# About\n\n" + String(repeating: "Ports, and nothing but ports.\n", count: 270_000)
    },
    ReferenceCase("page-of-images-in-images", file: "Content/about.md") {
      "# About\n\n" + String(repeating: "![quay\n", count: 10_001) + String(repeating: "]\n", count: 10_001)
    },
    ReferenceCase("positions-all-wrong", file: "Content/harbour/positions.yaml") {
      "positions:\n" + String(repeating: "  - vale\n", count: 10_001)
    },
    ReferenceCase("template-without-end") { _ in
      // A build would be at it for a while; the words are the same.
      var diagnostics = Diagnostics()
      let partials = (0..<20).map { "{{>p\($0 + 1)}}{{>p\($0 + 1)}}" } + ["x"]
      let sources = partials.enumerated().map { index, text in
        ("p\(index)", SourceText(path: "Templates/p\(index).mustache", bytes: Array(text.utf8)))
      }
      var library = TemplateLibrary(compiling: sources, diagnostics: &diagnostics)
      library.limits.steps = 1_000
      var out = ByteWriter()
      library.render("p0", with: [:], into: &out, diagnostics: &diagnostics)
      return diagnostics
    },
    ReferenceCase("file-in-the-way", file: "Output/about/index.html") { "mine" },
    ReferenceCase("link-among-files") { site in
      for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
      try FileManager.default.createSymbolicLink(
        atPath: site.folder.appendingPathComponent("Content/harbour/quay.jpg").path,
        withDestinationPath: "/srv/pictures/quay.jpg")
      return try await site.build().diagnostics
    },
  ]
}
