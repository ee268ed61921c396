public import Diagnostics
public import EDTF

/// Where a statement was published.
public struct Source: Sendable {
  /// The id it is referred to by; the stem of the file for a stored article.
  public var id: String
  /// The headline.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// Where the original is.
  public var url: String?
  /// When it was published: the day everything that rests on it became known.
  public var published: EDTFDate?
  /// What it is, in a word: `article`, `broadcast`, `speech`, `document`.
  public var kind: String?
  /// Who wrote it.
  public var byline: String?
  /// The language it is in (BCP 47); the site's where absent.
  public var lang: String?
  /// When an editor last looked at it.
  public var accessed: EDTFDate?
  /// Whether its text is stored in `articles/`.
  public var isStored: Bool
  /// Where it is defined.
  public var location: SourceLocation
}
