import Diagnostics
import Escaping
import Foundation
import Mustache
import Testing

/// Speed, measured where `DATELINE_BENCHMARK` is set: `DATELINE_BENCHMARK=1 swift test -c release --filter Benchmark`.
@Suite("Benchmark", .enabled(if: ProcessInfo.processInfo.environment["DATELINE_BENCHMARK"] != nil), .serialized)
struct RenderingBenchmark {
  private static let keys: (Key, Key, Key, Key, Key) = ("id", "name", "date", "quote", "level")

  private static func entries(_ count: Int) -> Value {
    let entries = (0..<count).map { number -> Value in
      .object(
        Object([
          (keys.0, .text("vale-inspections-\(number)")), (keys.1, "Ines Vale, harbour envoy"), (keys.2, "2031-01-14"),
          (keys.3, "No inspector will set foot on the quay while the “tariff” stands & the talks don't move."),
          (keys.4, .int(number % 5)),
        ]))
    }
    return ["entries": .list(entries)]
  }

  @Test(
    "100,000 objects of five fields",
    arguments: [
      ("flat", "{{#entries}}{{>entry}}{{/entries}}"),
      ("indented", "  {{#entries}}\n    {{>entry}}\n  {{/entries}}\n"),
    ])
  func entries(name: String, page: String) {
    let entry = """
      <li id="{{id}}" data-level="{{level}}">
        <p class="who">{{name}} <time datetime="{{date}}">{{date}}</time></p>
        <blockquote>{{quote}}</blockquote>
      </li>

      """
    var diagnostics = Diagnostics()
    let library = TemplateLibrary(
      compiling: [("page", SourceText(path: "page", page)), ("entry", SourceText(path: "entry", entry))],
      diagnostics: &diagnostics)
    let value = Self.entries(100_000)
    var out = ByteWriter(capacity: 64 << 20)
    var best = Duration.seconds(100)
    for _ in 0..<9 {
      out.removeAll()
      let time = ContinuousClock().measure {
        _ = library.render("page", with: value, into: &out, diagnostics: &diagnostics)
      }
      best = min(best, time)
    }
    let seconds = best / .seconds(1)
    print(
      "\(name): \(out.count) bytes, \(Int(Double(out.count) / seconds / 1e6)) MB/s, \(Int(seconds * 1e9 / 600_000)) ns a tag"
    )
  }
}
