import Diagnostics
import EDTF
import Foundation

@testable import Site

extension ReferenceCase {
  /// Files that cannot be imported.
  static let imports: [ReferenceCase] =
    [
      ("timeline-in-javascript", "storyjsonp({\"events\": []})\n"),
      ("timeline-without-events", "{\"event\": []}\n"),
      ("timeline-of-the-cosmos", "{\"scale\": \"cosmological\", \"events\": []}\n"),
      ("timeline-of-another-scale", "{\"scale\": \"dog\", \"events\": []}\n"),
      ("slide-without-a-year", "{\"events\": [{\"start_date\": {\"month\": 2}}]}\n"),
      (
        "era-without-an-end",
        "{\"events\": [], \"eras\": [{\"start_date\": {\"year\": 2031}, \"text\": {\"headline\": \"Tariff\"}}]}\n"
      ),
      (
        "event-that-is-another",
        "{\"events\": [{\"start_date\": {\"year\": 2032}, \"unique_id\": \"talks\", "
          + "\"text\": {\"headline\": \"Third talks\"}}]}\n"
      ),
    ].map { name, text in imported(name, .timelinejs, "timeline.json", text) }
    + [
      ("table-without-rows", ""),
      ("table-without-a-column", "who,date,source\nInes Vale,2031-03-03,courier-0303\n"),
      ("row-without-a-speaker", "who,date,quote,source\n,2031-03-03,Come in,courier-0303\n"),
      ("row-without-a-source", "who,date,quote,source\nInes Vale,2031-03-03,Come in,\n"),
      ("day-or-month-first", "who,date,quote,source\nInes Vale,03/04/2031,Come in,courier-0303\n"),
      ("row-with-an-unquoted-comma", "who,date,source,quote\nInes Vale,2031-03-03,courier-0303,Come in, all of you\n"),
      ("cell-that-goes-on", "who,date,quote,source\nInes Vale,2031-03-03,\"Come\" in,courier-0303\n"),
    ].map { name, text in imported(name, .csv, "table.csv", text) }

  private static func imported(
    _ name: String, _ format: ImportStory.Format, _ file: String, _ text: String
  ) -> ReferenceCase {
    ReferenceCase(name) { site in
      for (path, bytes) in BrokenSite.sound { try site.write(bytes, to: path) }
      try site.write(text, to: file)
      var request = ImportStory.Request(
        format, file: site.folder.path + "/" + file, story: "harbour", today: Day("2031-06-01") ?? Day(ordinal: 0))
      request.folder = site.folder.path
      return try await told { () throws(ScaffoldError) in try await ImportStory(request).run().warnings }
    }
  }

  /// What a command says of the content, as it goes well or does not.
  static func told(
    _ run: () async throws(ScaffoldError) -> Diagnostics
  ) async throws -> Diagnostics {
    do {
      return try await run()
    } catch .content(let diagnostics) {
      return diagnostics
    }
  }
}
