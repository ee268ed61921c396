import Foundation
import Testing

@testable import Site

@Suite("An annotated article") struct ArticlePageTests {
  private static let article = "Content/harbour/articles/courier-0218.md"

  private func page(_ files: [String: String]) async throws -> (TemporarySite, String?) {
    let site = try TemporarySite(files)
    let outcome = try await site.build()
    #expect(outcome.summary != nil, "\(outcome.transcript)")
    return (site, site.text(of: "Output/harbour/articles/courier-0218/index.html"))
  }

  @Test("each checked quote is marked, split where emphasis splits it, with a note about it after the paragraph")
  func marks() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    let page = try #require(site.text(of: "Output/harbour/articles/courier-0114/index.html"))
    let id = "vale-inspections-2031-01-14"
    #expect(
      page.contains(
        "“<mark data-position=\"\(id)\" id=\"quote-\(id)\">No inspector will </mark><em><mark data-position=\"\(id)\">"
          + "set foot</mark></em><mark data-position=\"\(id)\"> on the quay while the tariff stands.</mark>”"))
    #expect(page.contains("harbour envoy") && page.contains("Rules it out"))
    #expect(page.contains("After: <a href=\"/news/harbour/timeline/#vale-inspections-2031-02-17\">"))
  }

  @Test("an article of another site is shown in the paragraphs that hold a quote, and no more")
  func excerpts() async throws {
    let files = HarbourStory.files(
      replacing: "publisher: Courier", with: "publisher: Courier\nurl: https://courier.example/a", in: Self.article)
    let (site, page) = try await page(files)
    let text = try #require(page)
    #expect(text.contains("We will open a berth") && text.contains("https://courier.example/a"))
    for (path, data) in site.output() {
      #expect(!String(decoding: data, as: UTF8.self).contains("Nothing else was said"), "\(path) republishes")
    }
    #expect(
      site.text(of: "Output/harbour/positions.json")?.contains(
        "https://courier.example/a#:~:text=We%20will%20open%20a%20berth%20once%20the%20tariff%20is%20gone") == true)
  }

  @Test("an article that may not be republished has no page, and its source links to the original")
  func none() async throws {
    let files = HarbourStory.files(
      replacing: "publisher: Courier",
      with: "publisher: Courier\nurl: https://courier.example/a\nrepublish: none", in: Self.article)
    let (site, page) = try await page(files)
    #expect(page == nil)
    for (path, data) in site.output() {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("said Ines Vale") && !text.contains("Nothing else was said"), "\(path) republishes")
    }
    #expect(site.text(of: "Output/harbour/timeline/index.html")?.contains("courier.example/a#:~:text=") == true)
  }

  @Test("no paragraph of an article is found in the data")
  func data() async throws {
    let site = try TemporarySite(HarbourStory.files)
    _ = try await site.build()
    #expect(site.text(of: "Output/harbour/positions.json")?.contains("Nothing else was said") == false)
  }
}
