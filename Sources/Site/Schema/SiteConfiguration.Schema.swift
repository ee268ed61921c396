import Positions
import YAML

extension SiteConfiguration {
  /// What site.yaml may hold.
  static let schema = JSONSchema.record(
    "What holds for the whole site.",
    [
      .init("title", .text("The title of the site."), .required),
      .init(
        "base_url",
        .text(
          "The address the site will have, whole: https://example.org/news/.", matching: "^[Hh][Tt][Tt][Pp][Ss]?://")),
      .init("language", .language("The language of the site: en, fr, ko, ar; others with words of their own.")),
      .init("description", .text("What the site is, in a sentence.")),
      .init(
        "publisher",
        .either(
          "Who answers for the site.",
          .text("The name."),
          .record(
            "A name and an address.",
            [.init("name", .text("The name."), .required), .init("url", .url("Where to find them."))]))),
      .init("authors", .list("Who writes what names no author.", of: .text("A name."))),
      .init("nav", .list("Links in the head of every page.", of: link)),
      .init(
        "policies",
        .byName("Links in the foot of every page: a name, then its address.", of: .url("The address."))),
      .init(
        "likelihood",
        .byName(
          "What words of likelihood mean, in percent; ICD 203 if not said otherwise.",
          of: .list(
            "The lowest and the highest.", of: .number("A percentage.", from: 0, to: 100), count: 2...2),
          count: 1 ... .max)),
      .init(
        "quotes",
        .choice("What is done about a quote whose source has no stored text.", of: SiteConfiguration.QuotePolicy.self)),
      .init(
        "check",
        .record(
          "How severe each lint of `dateline check` is.",
          Lint.allCases.map { .init($0.rawValue, .choice($0.summary, of: LintPolicy.Level.self)) })),
      .init("allow_html", .bool("Whether HTML in Content is published as it is.")),
      .init("publish", .byID("Where `dateline publish` can put the site.", of: PublishTarget.schema)),
      .init(
        "feed_ids",
        .text(
          "What stands in the permanent ids of feeds before the story: a domain, and a day on which it was yours.",
          matching: "^([a-z0-9._-]+@)?[a-z0-9.-]+,[0-9]{4}(-[0-9]{2}){0,2}(:[a-z0-9._/-]*)?$")),
      .init("hosting", .choice("Who serves the site, and so which files it asks for.", of: Hosting.self)),
    ])

  private static let link = JSONSchema.record(
    "A link.",
    [.init("title", .text("What it says."), .required), .init("url", .url("Where it leads."), .required)])
}

extension PublishTarget {
  /// What a target may say; which keys go with which kind, a build knows.
  fileprivate static let schema = JSONSchema.record(
    "A place the site can be published to.",
    [
      .init("kind", .choice("By which means it is reached.", of: Kind.self), .required),
      .init(
        "base_url",
        .text("The address readers find it at, in place of the site's.", matching: "^[Hh][Tt][Tt][Pp][Ss]?://")),
      .init("max_removed", .text("The most of the pages there a publish may remove: 20%.", matching: "^[0-9]+%$")),
      .init("path", .text("kind: directory: where the link to the newest release is to be.")),
      .init("keep", .int("kind: directory: how many releases stay; 3 if not said.", from: 1)),
      .init("remote", .text("kind: git: a remote of the site's repository, origin if not said, or an address.")),
      .init("branch", .text("kind: git: gh-pages if not said.")),
      .init("to", .text("kind: rsync or rclone: the destination as that program takes it.")),
    ])
}
