/// What a build tells while it is under way, to whoever listens (``BuildOptions/tell``).
///
/// There is no clock in it: how long a room took, the listener sees by when it is told.
public enum BuildEvent: Sendable {
  /// A room is entered.
  case entered(BuildRoom)
  /// So many of the files that a room goes through are done.
  case advanced(done: Int, of: Int)
  /// A room is left; with what came of it, in words: “12 articles, 3 pages”.
  case left(BuildRoom, String)
  /// Why something is done, or is left out.
  case reason(String)
}

/// The rooms that a build walks through, as far as they are told apart.
public enum BuildRoom: String, Sendable, CaseIterable {
  case load, parse, resolve, plan, render, check, commit
}
