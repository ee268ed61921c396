import Diagnostics
import Escaping
import Positions
import YAML

/// `Content/site.yaml`: what holds for the whole site.
struct SiteConfiguration: Sendable {
  /// A link in the head or the foot of every page.
  struct Link: Sendable {
    let title: String
    let url: Located<String>
  }

  /// Who answers for the site.
  struct Publisher: Sendable {
    let name: String
    let url: String?
  }

  /// What is done about a quote whose source has no stored text.
  enum QuotePolicy: String, Sendable, CaseIterable {
    /// It is published, and marked as not checked.
    case check
    /// It is an error.
    case require
  }

  var title = "A Dateline site"
  var baseURL: Located<String>?
  var language = "en"
  var languageLocation: SourceLocation?
  var description: String?
  var publisher: Publisher?
  var authors: [String] = []
  var nav: [Link] = []
  var policies: [Link] = []
  /// What words of likelihood mean; `nil` where an error kept that from being read.
  var likelihoods: LikelihoodScale? = .icd203
  /// Whether the site has words of likelihood of its own.
  var hasOwnLikelihoods = false
  var quotes = QuotePolicy.check
  var allowsHTML = false
  /// Where `dateline publish` can put the site, in the order of the file.
  var publishTargets: [PublishTarget] = []
  /// Whose name stands in the permanent ids of feeds; the site's own host where absent.
  var feedIDs: TagAuthority?
  /// Who serves the site, where that asks for files of its own.
  var hosting: Hosting?
  /// How severe each lint is.
  var check = LintPolicy()
  /// Where a lint is turned off and no comment says why.
  var unexplainedLevels: [SourceLocation] = []

  /// How many links of a kind, or authors, every page may have.
  private static let mostLinks = 100

  /// What holds where there is no site.yaml.
  init() {}

  /// Reads site.yaml.
  init(_ source: SourceText, diagnostics: inout Diagnostics) {
    guard let node = YAML.parse(source, diagnostics: &diagnostics) else {
      // Whatever the file allows, nothing must be found wrong with the rest of the site for want of it.
      likelihoods = nil
      allowsHTML = true
      return
    }
    // What the file lacks has no place in it but its start.
    let hasKeys = node.mapping != nil || node.isNull
    var fields = Fields(
      hasKeys ? YAML.Node(node.content, at: source.location(0..<0)) : node, describing: "site.yaml")
    title = fields.string("title", .required)?.value ?? title
    baseURL = fields.string("base_url")
    if let baseURL, SiteAddress(baseURL: baseURL.value) == nil {
      fields.error(
        "invalid-base-url", "“\(baseURL.value)” is not the address of a site", at: baseURL.location,
        help: "write it whole, such as https://example.org/news/")
    }
    let language = fields.language("language")
    self.language = language?.value ?? self.language
    languageLocation = language?.location
    description = fields.string("description")?.value
    publisher = Self.publisher(&fields)
    authors = fields.strings("authors", atMost: Self.mostLinks).map(\.value)
    nav = fields.records("nav", atMost: Self.mostLinks, describing: "a link in nav") { link in
      guard let title = link.string("title", .required), let url = link.url("url", .required) else { return nil }
      return Link(title: title.value, url: url)
    }
    policies = Self.policies(&fields)
    hasOwnLikelihoods = fields.hasValue("likelihood")
    if hasOwnLikelihoods {
      likelihoods = fields.likelihoodScale("likelihood")
    } else {
      _ = fields.node("likelihood")
    }
    quotes = fields.choice("quotes")?.value ?? quotes
    allowsHTML = fields.bool("allow_html")?.value ?? allowsHTML
    publishTargets = fields.recordsByID("publish", describing: "the target", PublishTarget.init)
    if let ids = fields.string("feed_ids") {
      feedIDs = TagAuthority(ids.value)
      if feedIDs == nil {
        fields.error(
          "invalid-feed-ids", "“\(ids.value)” is no name with a date", at: ids.location,
          help: "write a domain and a day on which it was yours, such as example.org,2031-05-01")
      }
    }
    hosting = fields.choice("hosting")?.value
    readCheck(&fields)
    fields.finish(into: &diagnostics)
  }

  /// A name, or a name and an address.
  private static func publisher(_ fields: inout Fields) -> Publisher? {
    guard let node = fields.node("publisher") else { return nil }
    if let scalar = node.scalar { return Publisher(name: scalar.text, url: nil) }
    return fields.record(at: node, describing: "the publisher") { publisher in
      let url = publisher.url("url")?.value
      return publisher.string("name", .required).map { Publisher(name: $0.value, url: url) }
    }
  }

  /// A policy by its name, `unnamed_sources: /method/#unnamed-sources`, shown as “Unnamed sources”.
  private static func policies(_ fields: inout Fields) -> [Link] {
    guard let node = fields.node("policies") else { return [] }
    guard let entries = node.mapping else {
      fields.error(
        "wrong-type", "“policies” should be a set of names, each with an address, but is \(node.description)",
        at: node.location,
        help: "such as corrections: /method/#corrections")
      return []
    }
    guard entries.count <= Self.mostLinks else {
      fields.reportTooMany(
        entries.count, atMost: Self.mostLinks, in: "policies", at: entries[Self.mostLinks].key.location)
      return []
    }
    return fields.record(at: node, describing: "policies") { policies in
      entries.compactMap { entry in
        let words = entry.key.value.split { $0 == "_" || $0 == "-" }.joined(separator: " ")
        return policies.url(entry.key.value, .required).map {
          Link(title: words.prefix(1).uppercased() + words.dropFirst(), url: $0)
        }
      }
    }
  }
}
