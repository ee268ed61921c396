import Diagnostics

/// All templates of a library, compiled: one list of instructions and the tables they point into.
struct Program: Sendable {
  struct Template: Sendable {
    let name: String
    let source: SourceText
    /// Where its instructions begin; `nil` for one with errors.
    var entry: Int?
    /// What it names, in the order of its text.
    var mentions: [Mention] = []
  }

  var templates: [Template] = []
  /// Indices into ``templates`` by name.
  var names: [String: Int] = [:]
  var instructions: [Instruction] = []
  /// The text of all templates, end to end.
  var text: [UInt8] = []
  var paths: [Path] = []
  var keys: [Key] = []
  var calls: [CallSite] = []
  var arguments: [Argument] = []
  var blocks: [BlockSite] = []
}
