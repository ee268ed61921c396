import Diagnostics
import Foundation

@testable import Site

/// A mistake that Documentation/Content/diagnostics.md shows the message of.
struct ReferenceCase: Sendable {
  /// What stands behind `text` where the page shows a message of it.
  let name: String
  /// Makes the mistake in an empty folder.
  private let findings: @Sendable (TemporarySite) async throws -> Diagnostics

  init(_ name: String, _ findings: @escaping @Sendable (TemporarySite) async throws -> Diagnostics) {
    self.name = name
    self.findings = findings
  }

  /// All of them, by name.
  static let all: [String: ReferenceCase] = Dictionary(
    uniqueKeysWithValues: (BrokenSite.all.map(ReferenceCase.init) + bounds + imports + commands).map { ($0.name, $0) })

  /// What the terminal shows of a finding, and how bad it is.
  typealias Message = (text: String, severity: Diagnostic.Severity)

  /// The message of the first finding of a kind; `nil` where there is none.
  func message(of id: String) async throws -> Message? {
    let site = try TemporarySite([:])
    guard let finding = try await findings(site).sorted().first(where: { $0.id == id }) else { return nil }
    var writer = ConsoleWriter(color: false)
    return (writer.text(for: finding).replacing(site.folder.path + "/", with: ""), finding.severity)
  }
}

extension ReferenceCase {
  private init(_ broken: BrokenSite) {
    self.init(broken.name) { site in
      for (path, bytes) in broken.files { try site.write(bytes, to: path) }
      return try await site.build().diagnostics
    }
  }

  /// A site that is sound but for one file.
  init(_ name: String, file: String, _ text: @escaping @Sendable () -> String) {
    self.init(name) { site in
      for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
      try site.write(text(), to: file)
      return try await site.build().diagnostics
    }
  }
}
