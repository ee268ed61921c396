/// Something an editor should know about their content: what is wrong, where, why and what to do.
///
/// Diagnostics are values collected on the way through a build, never exceptions that end it, so that one run
/// tells everything there is to tell.
///
/// The message says what is wrong, the most specific words first, without a full stop; what came from a file
/// stands in “ ”. ``help`` says what to do about it, as a sentence that can be followed.
public struct Diagnostic: Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable, CaseIterable {
    /// Nothing is written while one of these stands.
    case error
    /// Worth a look; the site is made all the same.
    case warning
    /// Good to know; nothing has to be done.
    case note
  }

  /// A further place or fact that helps to understand, such as where an id was first defined.
  public struct Note: Sendable {
    /// What there is to know.
    public let message: String
    /// Where two texts differ, to be shown after the message; empty where nothing is compared.
    public let comparison: [Comparison]
    /// Where to look, if there is a place.
    public let location: SourceLocation?

    /// Creates a note.
    public init(_ message: String, comparing comparison: [Comparison] = [], at location: SourceLocation? = nil) {
      self.message = message
      self.comparison = comparison
      self.location = location
    }
  }

  /// A run of words in which two texts agree or differ.
  public enum Comparison: Sendable, Equatable {
    /// Both have these words.
    case same(String)
    /// The first has some words where the second has others; either may have none.
    case differs(String, String)
  }

  /// How bad it is.
  public let severity: Severity
  /// A stable name for this kind of finding, in kebab case: `unknown-key`, `quote-not-found`.
  public let id: String
  /// What is wrong.
  public let message: String
  /// The place at fault; `nil` for what has none, such as a folder that is missing.
  public let location: SourceLocation?
  /// Further places and facts.
  public let notes: [Note]
  /// What to do about it.
  public let help: String?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ id: String, _ message: String, at location: SourceLocation? = nil, notes: [Note] = [],
    help: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
  }
}
