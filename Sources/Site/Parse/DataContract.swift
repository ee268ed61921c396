import Diagnostics
import Mustache

/// The names templates are given, whatever page or component they are for.
///
/// Mustache writes nothing for a name it does not know, so that a typing mistake in a template would only show as
/// something missing: against this list it is told at its line. `Documentation/templates.md` says what each is.
enum DataContract {
  /// Warns of names in templates that nothing is ever given under.
  ///
  /// - Parameter assets: the names the theme's files have below `assets`.
  static func check(
    _ templates: TemplateLibrary, names: [String], assets: [String], diagnostics: inout Diagnostics
  ) {
    for template in names {
      for mention in templates.mentions(in: template) where mention.kind != .template {
        check(mention, assets: assets, diagnostics: &diagnostics)
      }
    }
  }

  private static func check(_ mention: Mention, assets: [String], diagnostics: inout Diagnostics) {
    for (index, name) in mention.path.enumerated() {
      if index > 0, mention.path[index - 1] == "words" { return }
      if index > 0, mention.path[index - 1] == "assets" {
        if !assets.contains(name) {
          diagnostics.warning(
            "unknown-name", "no asset “\(name)”", at: place(of: name, in: mention),
            help: suggestion(for: name, among: assets)
              ?? "a file Templates/assets/style.css is {{assets.style-css}}")
        }
        return
      }
      guard !names.contains(name) else { continue }
      diagnostics.warning(
        "unknown-name", "no template is given “\(name)”", at: place(of: name, in: mention),
        help: suggestion(for: name, among: names.sorted()) ?? "`dateline inspect` prints what a page's template is given")
      return
    }
  }

  private static func suggestion(for name: String, among known: [String]) -> String? {
    nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
  }

  /// The name itself in its tag.
  private static func place(of name: String, in mention: Mention) -> SourceLocation {
    let tag = mention.location
    let bytes = tag.source.bytes[tag.range]
    guard let found = bytes.firstRange(of: Array(name.utf8)) else { return tag }
    return tag.source.location(found)
  }

  /// Every name, in alphabetical order.
  static let names: Set<String> = [
    "actor", "after", "alt", "anchor", "anonymity_reason", "article", "as_of", "assets", "attribution", "bar",
    "before", "body", "byline", "calibrations", "canonical", "cells", "chart", "charts", "check", "class",
    "column_count", "contents", "contested", "corrections", "count", "criteria", "csv_url", "data_url", "date",
    "datetime", "deck", "description", "entries", "event", "events", "expectations", "from", "has_calibrations",
    "has_contents", "has_contested", "has_corrections", "has_entries", "has_events", "has_expectations", "has_known",
    "has_likelihoods", "has_nav", "has_page", "has_pages", "has_people", "has_policies", "has_positions", "has_roles",
    "has_shifts", "has_splits", "has_standings", "has_stories", "has_tags", "has_unknown", "has_upcoming", "href",
    "html", "id", "image", "is_after", "is_anonymous", "is_contested", "is_excerpts", "is_home", "is_inferred",
    "is_last", "is_maybe", "is_off_scale", "is_overdue", "is_ranked", "is_retracted", "is_unlisted", "issue",
    "issue_count", "issues", "kind", "known", "label", "lang", "language", "level", "levels", "likelihood",
    "likelihoods", "mark_id", "mean", "method", "months", "more", "name", "narrow", "nav", "note", "notes", "now",
    "number", "og_type", "on_behalf_of", "original", "original_lang", "original_url", "outcome", "page", "pages",
    "paraphrase", "people", "place", "policies", "position", "position_count", "position_words", "positions",
    "proposition", "published", "publisher", "question", "quote", "quote_lang", "range", "reason", "reported_by",
    "resolves_by", "result", "retracted", "role", "roles", "rows", "scale", "score", "sections", "shift", "shifts",
    "short", "side", "sides", "site", "source", "sources", "sources_words", "span", "splits", "stance", "standing",
    "standings", "status", "steps", "stories", "story", "structured_data", "tag", "tags", "target", "target_url",
    "text", "timeline", "timeline_url", "title", "to", "tolerances_label", "unknown", "upcoming", "updated", "url",
    "value", "venue", "voice", "was", "who", "wide", "word", "words",
  ]
}
