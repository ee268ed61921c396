public import Diagnostics
public import EDTF
public import YAML

extension PositionsFile {
  /// A position as it was written; what is required and missing, or wrong, is `nil` and has been reported.
  public struct Position: Sendable {
    /// Where it is.
    public var location: SourceLocation
    /// The id it was given, if it was.
    public var id: Located<String>?
    /// Whose position: an actor's id.
    public var who: Located<String>?
    /// On which question: an issue's id.
    public var issue: Located<String>?
    /// The answer: the id of a level, or a word off the scale.
    public var stance: Located<String>?
    /// When it was said.
    public var date: Located<EDTFDate>?
    /// Whether a date was written, be it a wrong one.
    public var hasDate: Bool
    /// Where it was published: a source's id.
    public var source: Located<String>?
    /// The words.
    public var quote: Located<String>?
    /// The words as spoken, where the quote translates them.
    public var original: Located<String>?
    /// The language of the original, or of the quote.
    public var lang: String?
    /// What was said, in the editor's words.
    public var paraphrase: String?
    /// Words before the quote.
    public var prefix: String?
    /// Words after the quote.
    public var suffix: String?
    /// On what terms it was said, where that was written.
    public var attribution: Located<Statement.Attribution>?
    /// Whether terms were written, and could not be read.
    public var hasUnreadAttribution: Bool
    /// How the speaker is described.
    public var descriptor: String?
    /// Why the name is withheld.
    public var anonymityReason: Located<String>?
    /// How many sources say so.
    public var sourcesCount: Int?
    /// For whom it was said: an actor's id.
    public var onBehalfOf: Located<String>?
    /// Who reports it: an actor's id.
    public var reportedBy: Located<String>?
    /// Where it was said.
    public var venue: String?
    /// At which event: its id.
    public var event: Located<String>?
    /// A remark by the editor.
    public var note: String?
    /// How sure the editor is of the stance.
    public var certainty: Statement.Certainty
    /// When it was added to the file.
    public var added: EDTFDate?
    /// Whether and why it was taken back.
    public var retracted: Retraction?
  }

  /// A retraction, whose source is yet to be found.
  public struct Retraction: Sendable {
    /// When.
    public var date: EDTFDate
    /// The id of the source that reports it.
    public var source: Located<String>?
    /// Why.
    public var reason: String?
  }

  /// An expectation as it was written.
  public struct ExpectationEntry: Sendable {
    /// Where it is.
    public var location: SourceLocation
    /// Its id; `nil` where it lacks one, which has been reported.
    public var id: Located<String>?
    /// About which event: its id.
    public var event: Located<String>?
    /// About which question: an issue's id.
    public var issue: Located<String>?
    /// What is expected; `nil` where it is missing, which has been reported.
    public var proposition: String?
    /// Who says so: an actor's id, or `newsroom`, which it is where nothing is written.
    public var saidBy: Located<String>?
    /// How likely they say it is: a word or a percentage.
    public var likelihood: Located<String>?
    /// When they said so.
    public var date: EDTFDate?
    /// What will decide it.
    public var criteria: String?
    /// By when it will be decided.
    public var resolvesBy: EDTFDate?
    /// Where they said so: a source's id.
    public var source: Located<String>?
    /// How it came out.
    public var outcome: OutcomeEntry?
  }

  /// An outcome, whose source is yet to be found.
  public struct OutcomeEntry: Sendable {
    /// How it came out.
    public var value: Expectation.Outcome.Value
    /// When that was settled.
    public var date: EDTFDate
    /// The id of the source that reports it.
    public var source: Located<String>?
    /// Why it counts as that.
    public var reason: String?
  }
}
