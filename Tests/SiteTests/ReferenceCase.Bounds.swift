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
    ReferenceCase("text-too-large", file: "Content/about.md") {
      "# About\n\n" + String(repeating: "Ports, and nothing but ports.\n", count: 270_000)
    },
    ReferenceCase("page-of-images-in-images", file: "Content/about.md") {
      "# About\n\n" + String(repeating: "![quay\n", count: 10_001) + String(repeating: "]\n", count: 10_001)
    },
    ReferenceCase("page-of-components") { site in
      for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
      // What a long story would show at each place.
      try site.write(String(repeating: "<p>A position", count: 75_000), to: "Templates/partials/many.mustache")
      try site.write(
        String(repeating: "{{>partials/many}}", count: 25), to: "Templates/components/timeline.mustache")
      let components = String(repeating: "\n```timeline\n```\n", count: 3)
      try site.write("---\ntitle: The harbour\n---\n" + components, to: "Content/harbour/index.md")
      return try await site.build().diagnostics
    },
    ReferenceCase("quotes-of-nobody") { site in
      for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
      // Of few words, for the program is slow as it is tested.
      let text = String(repeating: String(repeating: "port", count: 250) + "\n", count: 6_000)
      try site.write(
        "---\ntitle: Ports\npublished: 2031-03-01\n---\n\n" + text, to: "Content/harbour/articles/ports.md")
      let positions = (1...9).map { day in
        "  - {who: vale, issue: inspections, stance: refuse, source: ports, date: 2031-01-0\(day), quote: Never, never}\n"
      }
      let path = "Content/harbour/positions.yaml"
      try site.write(
        BrokenSite.text(of: path).replacing("positions:\n", with: "positions:\n" + positions.joined()), to: path)
      return try await site.build().diagnostics
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
