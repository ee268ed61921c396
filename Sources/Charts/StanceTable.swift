public import EDTF
public import Positions

/// What a stance chart shows, as rows: one for each statement on one question, by date.
///
/// The chart is drawn from these rows and from nothing else, and a page prints the same rows as a table; that is how
/// picture and table cannot differ.
public struct StanceTable: Sendable {
  /// The question, as a sentence.
  public let question: String
  /// The answers in words, from one pole to the other.
  public let levels: [String]
  /// What the row below the scale is called; `nil` where every stance is on the scale.
  public let offScale: String?
  /// The voices that have a line of their own.
  public let lanes: [Lane]
  /// The statements, by date.
  public let rows: [Row]
  /// The changes of position, by lane, then by date.
  public let shifts: [Shift]
  /// The events near the statements in time, by date.
  public let events: [Event]
  /// The day up to which the chart is drawn.
  public let day: Day

  /// A voice with a line of its own.
  public struct Lane: Sendable {
    /// Who, as the label at the line's end has it.
    public let name: String
    /// The last office it spoke in.
    public let role: String?
    /// Its side: an index into `Story.sides`.
    public let side: Int?
    /// What its side is called.
    public let sideLabel: String?
    /// The last day of its last office, where its line ends; `nil` where it holds one still, or never did.
    public let lastDay: Day?
    /// Whether it gathers what was said without a name, or only reported.
    public let isAnonymous: Bool
    /// Its rows, by date: indices into ``StanceTable/rows``.
    public let rows: [Int]
  }

  /// One statement.
  public struct Row: Sendable {
    /// The position's id.
    public let position: String
    /// The statement: an index into `Story.statements`.
    public let statement: Int
    /// Its lane: an index into ``StanceTable/lanes``.
    public let lane: Int
    /// Who said it, as the reader is told.
    public let who: String
    /// The office held on that day.
    public let role: String?
    /// When it was said.
    public let date: EDTFDate
    /// The same in words.
    public let dateInWords: String
    /// The same for a `datetime` attribute (HTML's valid dates and months); `nil` where it is not one.
    public let datetime: String?
    /// The answer in words.
    public let stance: String
    /// The answer: an index into ``StanceTable/levels``; `nil` off the scale.
    public let level: Int?
    /// The words that were said.
    public let quote: String?
    /// What was said, in the editor's words.
    public let paraphrase: String?
    /// On what terms it was said.
    public let attribution: String
    /// Whether the name is withheld, or another reports it: the mark is hollow.
    public let isAnonymous: Bool
    /// Whether the stance is the editor's reading.
    public let isInferred: Bool
    /// Whether its order in time with a neighbour that differs cannot be told.
    public let isContested: Bool
    /// Whether it was taken back: the mark is struck.
    public let isRetracted: Bool
    /// The change of position it completes: an index into ``StanceTable/shifts``.
    public let shift: Int?

    /// The first words of the quote, or of the paraphrase, cut between words with “…” to about 140 code points.
    public var excerpt: String { Excerpt.of(quote ?? paraphrase ?? "", limit: 140) }
  }

  /// A change of position.
  public struct Shift: Sendable {
    /// The row before it: an index into ``StanceTable/rows``.
    public let from: Int
    /// The row after it.
    public let to: Int
    /// How many levels it moved, signed along the scale.
    public let steps: Int
    /// What kind of change it is.
    public let kind: Positions.Shift.Kind
    /// The change in words.
    public let words: String
  }

  /// An event near the statements in time.
  public struct Event: Sendable {
    /// The event: an index into `Story.events`.
    public let event: Int
    /// What it is called, and whether it was cancelled or postponed.
    public let title: String
    /// When it is.
    public let date: EDTFDate
    /// The same in words.
    public let dateInWords: String
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { rows.isEmpty }
}
