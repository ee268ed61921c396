import Foundation

/// A page of the guide as a reader follows it: the files it shows, and the commands with what they print.
///
/// The info string of a fenced block says what is done with it:
///
/// - `yaml Content/harbour/positions.yaml`: the block is that file;
/// - `yaml positions`: the block is added to what stands under that key of the positions file;
/// - `yaml site`: the block's keys take the place of those of site.yaml;
/// - `console`: each line that begins with `$ ` is a command, and what follows it is what it prints;
/// - `console preview`: the first command is a preview, and the others are run while it is: what follows each is what
///   it prints, and then what the preview does;
/// - anything else is only looked at.
struct GuidePage {
  enum Step {
    case file(path: String, text: String)
    case fragment(key: String, text: String)
    case site(text: String)
    /// Commands with what they print, the lines of the page they stand on, and whether the first is a preview that
    /// goes on during the others.
    case console([(command: String, output: String)], lines: Range<Int>, isPreview: Bool)
  }

  let name: String
  private(set) var lines: [String]
  private(set) var steps: [Step] = []

  init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].hasPrefix("```") else { continue }
      let fence = String(lines[index].prefix { $0 == "`" })
      let info = lines[index].dropFirst(fence.count).split(separator: " ").map(String.init)
      let start = index + 1
      guard let end = lines[start...].firstIndex(of: fence) else { break }
      index = end
      if let step = Self.step(info, Array(lines[start..<end]), at: start..<end) { steps.append(step) }
    }
  }

  private static func step(_ info: [String], _ body: [String], at lines: Range<Int>) -> Step? {
    let text = body.joined(separator: "\n") + "\n"
    switch info.first {
    case "console": return .console(commands(in: body), lines: lines, isPreview: info.last == "preview")
    case _? where info.count == 2 && info[1].contains("/"): return .file(path: info[1], text: text)
    case "yaml" where info.count == 2 && info[1] == "site": return .site(text: text)
    case "yaml" where info.count == 2: return .fragment(key: info[1], text: text)
    default: return nil
    }
  }

  /// A command goes on over lines that end in a backslash, and to the end of its here-document.
  private static func commands(in lines: [String]) -> [(command: String, output: String)] {
    var commands: [(command: String, output: String)] = []
    var rest = lines[...]
    while let line = rest.popFirst() {
      guard line.hasPrefix("$ ") else {
        if let last = commands.indices.last { commands[last].output += line + "\n" }
        continue
      }
      var command = String(line.dropFirst(2))
      while command.hasSuffix("\\"), let next = rest.popFirst() { command += "\n" + next }
      if let mark = command.firstMatch(of: /<<'(\w+)'/)?.output.1 {
        while let next = rest.popFirst() {
          command += "\n" + next
          if next == mark { break }
        }
      }
      commands.append((command, ""))
    }
    return commands
  }

  /// The page with other output under its commands.
  func replacing(_ outputs: [(lines: Range<Int>, commands: [(command: String, output: String)])]) -> String {
    var lines = lines
    for (range, commands) in outputs.reversed() {
      let body = commands.map { "$ " + $0.command + "\n" + $0.output }.joined()
      lines.replaceSubrange(range, with: body.components(separatedBy: "\n").dropLast())
    }
    return lines.joined(separator: "\n")
  }
}
