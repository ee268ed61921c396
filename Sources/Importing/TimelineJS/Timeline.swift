import Diagnostics
import YAML

/// A timeline as TimelineJS knows it, from its JSON or from its spreadsheet, not yet made into a story.
struct Timeline: Sendable {
  /// A moment, as exactly as it was given.
  struct Moment: Sendable {
    /// As it is written: years before 1 are negative, without a year 0.
    var year: Int
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    var millisecond: Int?
    var displayDate: String?
    var location: SourceLocation
  }

  /// A picture, film, tweet, map or quotation beside the text.
  struct Media: Sendable {
    /// An address, or some HTML.
    var url: Located<String>?
    var caption: Located<String>?
    var credit: Located<String>?
    var thumbnail: Located<String>?
    var alt: Located<String>?
    var title: Located<String>?
    var link: Located<String>?
  }

  /// A title, an event or an era.
  struct Slide: Sendable {
    var headline: Located<String>?
    var text: Located<String>?
    var start: Moment?
    var end: Moment?
    var media: Media?
    var displayDate: Located<String>?
    var group: Located<String>?
    var uniqueID: Located<String>?
    /// Whether addresses in its texts are links.
    var autolinks = true
    /// What it has besides, as names and values.
    var others: [(name: String, value: String)] = []
    var location: SourceLocation
  }

  var title: Slide?
  var events: [Slide] = []
  var eras: [Slide] = []
  /// What the timeline has besides.
  var others: [(name: String, value: String)] = []
}
