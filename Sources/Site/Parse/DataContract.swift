import Diagnostics
import Mustache

/// The names templates are given, whatever page or component they are for.
///
/// Mustache writes nothing for a name it does not know, so that a typing mistake in a template would only show as
/// something missing: against this list it is told at its line. `Documentation/Content/templates.md` says what each is.
struct DataContract {
  /// The names that may stand in one place of a path, and what to say of others.
  private struct Scope {
    let names: Set<String>
    let complaint: String
    let help: String
  }

  /// Below `assets`.
  private let assets: Scope
  /// Below `words`.
  private let words: Scope
  /// Anywhere else.
  private let things: Scope

  /// - Parameters:
  ///   - assets: the names the theme's files have.
  ///   - words: what templates are given as `words`.
  init(assets: [String], words: Object) {
    self.assets = Scope(
      names: Set(assets), complaint: "no asset", help: "a file Templates/assets/style.css is {{assets.style-css}}")
    self.words = Scope(
      names: Set(words.members.map(\.key.name)), complaint: "no words", help: "Templates/words/en.yaml has them all")
    things = Scope(
      names: Self.names.union(words.members.flatMap { Self.namesOfPieces($0.value) }),
      complaint: "no template is given", help: "`dateline inspect` prints what a page's template is given")
  }

  /// Warns of names in templates that nothing is ever given under.
  func check(_ templates: TemplateLibrary, names: [String], diagnostics: inout Diagnostics) {
    for template in names {
      for mention in templates.mentions(in: template) where mention.kind != .template {
        check(mention, diagnostics: &diagnostics)
      }
    }
  }

  private func check(_ mention: Mention, diagnostics: inout Diagnostics) {
    var scope = things
    for name in mention.path {
      guard scope.names.contains(name) else {
        let near = nearestName(to: name, among: scope.names.sorted())
        diagnostics.warning(
          "unknown-name", "\(scope.complaint) “\(name)”", at: Self.place(of: name, in: mention),
          help: near.map { "did you mean “\($0)”?" } ?? scope.help)
        return
      }
      scope = name == "assets" ? assets : name == "words" ? words : things
    }
  }

  /// The names by which the pieces of a phrase tell what goes where.
  private static func namesOfPieces(_ phrase: Value) -> [String] {
    guard case .list(let pieces) = phrase else { return [] }
    return pieces.flatMap { piece -> [String] in
      guard case .object(let object) = piece else { return [] }
      return object.members.map(\.key.name)
    }
  }

  /// The name itself in its tag.
  private static func place(of name: String, in mention: Mention) -> SourceLocation {
    let tag = mention.location
    guard let found = tag.source.bytes[tag.range].firstRange(of: Array(name.utf8)) else { return tag }
    return tag.source.location(found)
  }

  /// Every name, in alphabetical order.
  static let names: Set<String> = [
    "actor", "actor_filters", "after", "all_words", "alt", "anchor", "anonymity_reason", "article", "as_of", "assets",
    "attribution", "bar", "before", "body", "byline", "calendar_url", "calibrations", "canonical", "cells", "chart",
    "charts", "check", "class", "column_count", "contents", "contested", "corrections", "count", "count_words",
    "criteria", "csv_url", "data_url", "date", "datetime", "deck", "description", "dir", "embedding", "entries",
    "event", "events", "excerpt", "expectations", "feed_url", "filter_name", "from", "has_calibrations", "has_contents",
    "has_contested", "has_corrections", "has_entries", "has_events", "has_expectations", "has_filters", "has_known",
    "has_likelihoods", "has_nav", "has_page", "has_pages", "has_people", "has_policies", "has_positions", "has_roles",
    "has_shifts", "has_splits", "has_standings", "has_stories", "has_tags", "has_unknown", "has_upcoming", "href",
    "html", "id", "image", "is_after", "is_anonymous", "is_contested", "is_current", "is_excerpts", "is_filterable",
    "is_home", "is_inferred", "is_maybe", "is_off_scale", "is_overdue", "is_ranked", "is_retracted", "is_unlisted",
    "issue", "issue_count", "issue_filters", "issues", "json_feed_url", "kind", "known", "label", "lang", "language",
    "level", "levels", "likelihood", "likelihoods", "long", "mark_id", "mean", "method", "months", "more", "name",
    "narrow", "nav", "note", "notes", "now", "number", "oembed_url", "og_type", "on_behalf_of", "original",
    "original_lang", "original_url", "outcome", "page", "pages", "paraphrase", "people", "place", "policies",
    "position", "position_count", "position_words", "positions", "proposition", "published", "publisher", "question",
    "quote", "quote_lang", "range", "reason", "reported_by", "resolves_by", "result", "retracted", "role", "roles",
    "rows", "scale", "score", "sections", "separator", "shift", "shifts", "short", "side", "sides", "site", "snippet",
    "source", "sources", "sources_words", "span", "splits", "stance", "standing", "standings", "status", "steps",
    "stories", "story", "structured_data", "tag", "tags", "target", "target_url", "text", "timeline",
    "timeline_json_url", "timeline_url", "title", "title_lang", "to", "tolerances_label", "unknown", "upcoming",
    "updated", "url", "value", "venue", "voice", "was", "who", "wide", "word", "words",
  ]
}
