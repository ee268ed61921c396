import Foundation
import TestSupport
import Testing

@testable import Site

/// The ids of all findings that the sources can report, read out of the calls that report them.
///
/// A call is one of `Diagnostic(…)`, or of a function that takes an id and a message first. What its id is must be
/// plain from the call: a literal, or an id that somebody else gave. Where it is put together, ``composed`` says of what.
struct DiagnosticIDs {
  /// The ids, with the lints left out.
  private(set) var found: Set<String> = []
  /// Calls of which nobody can tell what they report.
  private(set) var notUnderstood: [String] = []

  /// Literals with something filled in, and what comes of them.
  private static let composed: [String: [String]] = [
    #""unknown-\(noun)""#: ["unknown-partial", "unknown-parent"],
    #""unknown-\(own.scheme)""#: LinkTarget.schemes.map { "unknown-" + $0 },
    // The options of a component.
    #""unknown-\(kind)""#: ["issue", "actor", "side", "event", "position"].map { "unknown-" + $0 },
  ]

  /// An id that was given: to the function the call is in, or to the finding that is copied.
  private static let given: Set = ["id", "finding.id", "lint.rawValue", "problem.lint", "problem.lint.rawValue"]

  /// Reads every source file.
  init() throws {
    let sources = Repository.root.appendingPathComponent("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    let texts = try files.sorted().map { path in
      (path, try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8))
    }
    var reporters: Set = ["Diagnostic"]
    for (_, text) in texts {
      for match in text.matches(of: /func (\w+)\(\s*_ id: String,\s*_ message: String/) {
        reporters.insert(String(match.output.1))
      }
    }
    for (path, text) in texts { read(text, of: path, reporters) }
  }

  private mutating func read(_ text: String, of path: String, _ reporters: Set<String>) {
    let calls = text.matches(
      of: /(func )?(\w+)\((?=\s*((?:[^,()"]|"(?:[^"\\]|\\.)*")*),(?!\s*\w+:)\s*((?:[^,()"]|"(?:[^"\\]|\\.)*")*))/)
    for call in calls {
      let name = String(call.output.2)
      guard call.output.1 == nil, reporters.contains(name) else { continue }
      let argument = String(name == "Diagnostic" ? call.output.4 : call.output.3)
      if let literal = argument.wholeMatch(of: /"([a-z0-9]+(?:-[a-z0-9]+)*)"/) {
        found.insert(String(literal.output.1))
      } else if let ids = Self.composed[argument] {
        found.formUnion(ids)
      } else if !Self.given.contains(argument), Self.mayBeID(argument) {
        notUnderstood.append("\(path): \(name)(\(argument), …)")
      }
    }
    // Findings kept for later.
    for match in text.matches(of: /\bid: "([a-z0-9-]+)", message:/) { found.insert(String(match.output.1)) }
  }

  /// Functions of the same names that take something else begin with a lint, or with a sentence.
  private static func mayBeID(_ argument: String) -> Bool {
    if argument.hasPrefix("\"") { return !argument.contains(" ") && !argument.hasPrefix("\"“") }
    return !argument.hasPrefix(".") && argument.wholeMatch(of: /\w+:.*/.dotMatchesNewlines()) == nil
  }
}
