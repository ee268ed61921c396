/// One running story, resolved: everything its positions file says, with every id turned into a value or an index.
///
/// Ids are kept as text beside what they name. Lists stand in the order of the file, except ``statements``, which
/// stand in the order of their dates. What is shared by all stories stands behind the story's own, as far as the story
/// refers to it.
public struct Story: Sendable {
  /// The folder's name.
  public var id: String
  /// Sides, by file order.
  public var sides: [Side]
  /// People, bodies and anonymous voices, by file order.
  public var actors: [Actor]
  /// The questions at stake, by file order.
  public var issues: [Issue]
  /// Where statements come from: those of the positions file, shared ones, then the stored articles by id.
  public var sources: [Source]
  /// Dated events, by file order.
  public var events: [Event]
  /// Who said what, by (earliest day, latest day, file order).
  public var statements: [Statement]
  /// What was expected, by file order.
  public var expectations: [Expectation]
  /// What is known, as Markdown, by file order.
  public var known: [Remark]
  /// What is not known, as Markdown, by file order.
  public var unknown: [Remark]
  /// What was corrected, by file order.
  public var corrections: [Correction]
  /// What errors kept out of it.
  public var omissions = Omissions()
}
