import Foundation
import Testing

/// What shells complete, and what man says: both come from the help of the commands.
@Suite struct CompletionTests {
  static let commands = [
    "build", "check", "new site", "new story", "new article", "new position", "new theme", "inspect", "schema",
    "completions",
    "manual",
  ]

  @Test("every command is listed, explained with a usage and an example, and in the manual", arguments: commands)
  func explained(command: String) async throws {
    let help = try await Command.run(
      command.split(separator: " ").map(String.init) + ["--help"], in: nil, environment: [:])
    #expect(help.status == 0 && help.errors == "")
    #expect(help.output.contains("Usage: dateline \(command)"))
    #expect(help.output.contains("Example"))
    #expect(try await Command.run("--help").output.contains("\n  \(command) "))
    #expect(try await Command.run("manual").output.contains(".SS dateline \(command)\n"))
  }

  @Test("every option of the help is in the manual and completed by every shell", arguments: commands)
  func options(command: String) async throws {
    let help = try await Command.run(
      command.split(separator: " ").map(String.init) + ["--help"], in: nil, environment: [:])
    let manual = try await Command.run("manual").output
    let bash = try await Command.run("completions", "bash").output
    let zsh = try await Command.run("completions", "zsh").output
    let fish = try await Command.run("completions", "fish").output
    let options = help.output.matches(of: /(?m)(?:^ +|, )(--[a-z-]+)/).map { String($0.output.1) }
    #expect(options.contains("--help"))
    for option in options {
      #expect(manual.contains("\\fB" + option.replacing("-", with: "\\-") + "\\fR"), "\(option)")
      #expect(bash.contains(" \(option)") || bash.contains("\"\(option)"), "\(option)")
      #expect(zsh.contains("'\(option)["), "\(option)")
      #expect(fish.contains("-l \(option.dropFirst(2)) "), "\(option)")
    }
  }

  @Test(
    "bash completes commands, kinds, options and words",
    arguments: [
      (["b"], ["build"]), (["new", ""], ["site", "story", "article", "position", "theme"]),
      (["new", "po"], ["position"]),
      (["new", "position", "--dr"], ["--dry-run"]), (["build", "--ba"], ["--base-url"]),
      (["completions", ""], ["bash", "zsh", "fish"]), (["schema", "s"], ["shared", "site"]),
    ])
  func bash(words: [String], expected: [String]) async throws {
    let script = try await Command.run("completions", "bash").output
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let asked =
      script + "\nCOMP_WORDS=(dateline \(quoted)); COMP_CWORD=\(words.count); _dateline; echo \"${COMPREPLY[*]}\"\n"
    let result = try await Command.run(
      program: URL(fileURLWithPath: "/bin/bash"), ["-c", asked], in: nil, environment: [:])
    #expect(result.output == expected.joined(separator: " ") + "\n")
    #expect(result.errors == "")
  }

  @Test("a shell there are no completions for is named")
  func unknownShell() async throws {
    let result = try await Command.run("completions", "csh")
    #expect(result.status == 2)
    #expect(result.errors.contains("“csh” is not one of bash, zsh, fish"))
  }
}
