/// One step of a compiled template.
///
/// Indices point into the tables of ``Program``; no instruction owns anything, so that fetching one costs nothing.
enum Instruction {
  /// Writes template text; indented where it starts a line or goes over to the next.
  case text(Range<Int>, startsLine: Bool)
  /// Writes the value at a path.
  case variable(path: Int, isEscaped: Bool)
  /// Goes through what follows for each item of the value at a path; past the matching ``next`` for none.
  case section(path: Int, end: Int)
  /// The end of a section's content.
  case next
  /// Goes to `end` unless the value at a path is false.
  case inverted(path: Int, end: Int)
  /// Renders a partial or parent.
  case call(Int)
  /// Renders the argument given for a block, or goes on with its default content.
  case block(Int)
  /// Goes on elsewhere: past a parent's arguments.
  case jump(Int)
  /// The end of a template or of an argument.
  case leave
}

/// The names by which a value is found; without any it is the value at hand, `{{.}}`.
///
/// The first is looked for in the nearest context that has it, each further one in what the one before it gave.
struct Path {
  let first: Key?
  /// Indices into ``Program/keys``.
  let rest: Range<Int>
}

/// A partial tag or a parent with its arguments.
struct CallSite {
  enum Target {
    /// An index into ``Program/templates``.
    case template(Int)
    /// An index into ``Program/paths``: the path's value is the template's name.
    case dynamic(path: Int)
    /// A template that is not there.
    case nothing
  }

  let target: Target
  /// Indices into ``Program/arguments``.
  let arguments: Range<Int>
  /// What each line is indented by, in ``Program/text``; `nil` for a tag inside a line, whose lines are not indented.
  let indentation: Range<Int>?
  /// The template the tag stands in, and its bytes there.
  let template: Int
  let tag: Range<Int>
}

/// What a parent's caller puts in the place of a block.
struct Argument {
  let block: Key
  /// Where its instructions begin.
  let entry: Int
  /// The bytes of the block's tag, in the template of the parent's.
  let tag: Range<Int>
}

/// A place for an argument.
struct BlockSite {
  let name: Key
  /// The instruction after the default content.
  var end: Int
  /// What each line of an argument is indented by, in ``Program/text``; `nil` for a block inside a line.
  let indentation: Range<Int>?
  /// The line ending, in ``Program/text``, that an argument gets where it ends without one.
  let lineEnding: Range<Int>
  /// The template the tag stands in, and its bytes there.
  let template: Int
  let tag: Range<Int>
}
