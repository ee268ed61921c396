import Positions
import YAML

/// What has which tag.
struct Tags: Sendable {
  /// One page or story with a tag.
  enum Tagged: Sendable {
    case page(Int)
    case story(Int)
  }

  /// The slugs of all tags, sorted.
  let slugs: [String]
  /// What each tag is called: as the first page that has it spells it.
  let labels: [String: String]
  /// What has it: stories first, each in the order of the site.
  let tagged: [String: [Tagged]]

  init(_ site: PublishedSite) {
    var labels: [String: String] = [:]
    var tagged: [String: [Tagged]] = [:]
    func add(_ tags: [String], _ thing: Tagged) {
      var seen = Set<String>()
      for tag in tags {
        let slug = Self.slug(tag)
        guard !slug.isEmpty, seen.insert(slug).inserted else { continue }
        if labels[slug] == nil { labels[slug] = tag }
        tagged[slug, default: []].append(thing)
      }
    }
    for (index, story) in site.stories.enumerated() { add(story.explainer.tags, .story(index)) }
    for (index, page) in site.pages.enumerated() { add(page.tags, .page(index)) }
    self.labels = labels
    self.tagged = tagged
    slugs = labels.keys.sorted { $0.precedesByBytes($1) }
  }

  /// The last part of a tag's address: letters and digits of any script in lower case, hyphens between them.
  static func slug(_ tag: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in tag.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        slug.append(scalar)
      } else if let last = slug.last, last != "-" {
        slug.append("-")
      }
    }
    if slug.last == "-" { slug.removeLast() }
    return String(slug)
  }
}
