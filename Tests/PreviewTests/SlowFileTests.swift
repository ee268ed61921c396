import Diagnostics
import EDTF
import Foundation
import Site
import Synchronization
import Testing

@testable import Preview

@Suite struct SlowFileTests {
  @Test("what takes long is an error on the page and at the terminal, until it is over")
  func told() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let day = try #require(Day("2031-02-20"))
    var options = PreviewOptions(
      site: BuildOptions(folder: folder.path, edition: Edition(today: day, isPinned: true), jobs: 1))
    options.patience = 10
    let messages = Mutex<[String]>([])
    let preview = try Preview(options, today: { day }) { message in
      let text =
        switch message {
        case .changed: "changed"
        case .found(let found): found.all.map(\.message).joined()
        case .broken: "broken"
        case .mended: "mended"
        }
      messages.withLock { $0.append(text) }
    }
    let browser = EventStream.Listener()
    preview.events.add(browser)
    func heard() -> String { String(decoding: browser.take(atMost: 10_000) { {} } ?? [], as: UTF8.self) }
    _ = heard()

    preview.takeSlow(nil)
    #expect(heard() == "")
    preview.takeSlow("Content/quay.md")
    #expect(heard().contains("Content/quay.md has taken more than 10 seconds"))
    preview.takeSlow("Content/quay.md")
    #expect(heard() == "")
    preview.takeSlow(nil)
    #expect(heard().contains("\"errors\":[]"))
    #expect(messages.withLock { $0 } == ["Content/quay.md has taken more than 10 seconds", "broken", "mended"])
  }
}
