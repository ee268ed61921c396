public import Diagnostics
public import EDTF

/// One position taken: who said what on which question, when, in what words, according to which source.
public struct Statement: Sendable {
  /// Where an answer stands on its issue's scale.
  public enum Stance: Sendable, Hashable {
    /// On the scale: an index into ``Issue/scale``.
    case level(Int)
    /// Off the scale: said something that cannot be placed.
    case unclear
    /// Off the scale: would not say.
    case declined
    /// Off the scale: said things that pull both ways.
    case mixed

    /// The index on the scale; `nil` off it.
    public var level: Int? { if case .level(let index) = self { index } else { nil } }
  }

  /// On what terms it was said.
  public enum Attribution: String, Sendable, CaseIterable {
    case onRecord = "on-record"
    case background
    case deepBackground = "deep-background"
    case document
  }

  /// How sure the editor is of the stance.
  public enum Certainty: String, Sendable, CaseIterable {
    case firm
    case inferred
  }

  /// A statement taken back.
  public struct Retraction: Sendable {
    /// When it was taken back.
    public var date: EDTFDate
    /// Where that is reported: an index into ``Story/sources``.
    public var source: Int?
    /// Why.
    public var reason: String?
  }

  /// The id it is referred to by; `who-issue-date` where none was given.
  public var id: String
  /// Who said it: an index into ``Story/actors``.
  public var who: Int
  /// On which question: an index into ``Story/issues``.
  public var issue: Int
  /// The answer.
  public var stance: Stance
  /// The stance's id as the file has it.
  public var stanceID: String
  /// When it was said.
  public var date: EDTFDate
  /// Where it was published: an index into ``Story/sources``.
  public var source: Int
  /// The words, as readers are shown them.
  public var quote: String?
  /// The words as they were spoken, where `quote` translates them.
  public var original: String?
  /// The language of `original`, or of the quote (BCP 47).
  public var lang: String?
  /// What was said, in the editor's words.
  public var paraphrase: String?
  /// Words before the quote in the source that tell it from another occurrence.
  public var prefix: String?
  /// Words after it that do.
  public var suffix: String?
  /// On what terms it was said.
  public var attribution: Attribution
  /// How the speaker is described where the name is withheld, or on that day.
  public var descriptor: String?
  /// Why the name is withheld.
  public var anonymityReason: String?
  /// How many sources say so.
  public var sourcesCount: Int?
  /// For whom it was said: an index into ``Story/actors``.
  public var onBehalfOf: Int?
  /// Who reports that it was said: an index into ``Story/actors``.
  public var reportedBy: Int?
  /// Where it was said: a press conference, an interview.
  public var venue: String?
  /// At which event: an index into ``Story/events``.
  public var event: Int?
  /// A remark by the editor, as plain text.
  public var note: String?
  /// How sure the editor is of the stance.
  public var certainty: Certainty
  /// When it was added to the file.
  public var added: EDTFDate?
  /// Whether and why it was taken back.
  public var retracted: Retraction?
  /// Its place among the positions of the file, from 0.
  public var fileOrder: Int
  /// Where the position begins in the file.
  public var location: SourceLocation
  /// Where its quote, or its original, stands in the file; the position where it has neither.
  public var quoteLocation: SourceLocation

  /// The words that are checked against the source: the original where there is one, else the quote.
  public var checkedQuote: String? { original ?? quote }
}
