import EDTF
import Positions

/// One entry of a feed: a change in words, with its permanent id.
struct FeedEntry: Sendable {
  /// What kind of change it is; a category of the entry.
  enum Kind: String, Sendable {
    case statement, retraction, shift, outcome, correction
  }

  /// Something an entry is about.
  struct Category: Sendable {
    let term: String
    let label: String
  }

  let kind: Kind
  /// A `tag:` URI that is the entry's for ever.
  let id: String
  let title: String
  /// The whole address of what the entry is about.
  let url: String
  /// The whole address of the original the change rests on, if it is on the web.
  let source: String?
  let passages: Passages
  let published: Day
  let updated: Day
  let categories: [Category]
  /// The story's id, title and language (BCP 47), and who answers for it.
  let story: (id: String, title: String)
  let lang: String
  let authors: [String]
  /// The ids of the positions it is about: of a shift, the one before it and the one after.
  let positions: [String]
}
