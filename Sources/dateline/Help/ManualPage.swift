/// The manual page dateline(1), made of the help of all commands, in the man macros of roff (man(7)).
struct ManualPage {
  private var out = ""

  /// - Parameters:
  ///   - version: the program's.
  ///   - commands: in the order they are told.
  init(version: String, commands: [AnyCommand]) {
    out += ".TH DATELINE 1 \"\" \"dateline \(version)\" \"User Commands\"\n"
    heading("NAME")
    text("dateline - static sites for explainers of running stories")
    heading("SYNOPSIS")
    text(".B dateline\n.I COMMAND\n\\&...", isMarkup: true)
    heading("DESCRIPTION")
    text(
      "Dateline makes a complete static site out of Markdown articles and a positions file, which says who held which "
        + "position on which question, when, in what words and according to which source. Every quote is checked word "
        + "for word against the stored source.")
    heading("COMMANDS")
    for command in commands { tell(command) }
    heading("ENVIRONMENT")
    item(".B NO_COLOR", "Where it is set, messages have no colours.")
    item(
      ".B SOURCE_DATE_EPOCH", "Seconds since 1970 in UTC: the day the site is made for, where --as-of says no other.")
    heading("EXIT STATUS")
    item(".B 0", "Done.")
    item(".B 1", "The content is wrong.")
    item(".B 2", "The command is wrong.")
    item(".B 3", "The machine would not: disk, port, permission.")
  }

  /// The page, to be read by man.
  var roff: String { out }

  private mutating func tell(_ command: AnyCommand) {
    let help = HelpText(command.help)
    out += ".SS dateline \(Self.escaped(command.name))\n"
    text(help.purpose)
    for form in help.usage { out += ".PP\n.RS\n.nf\n\(Self.escaped(form))\n.fi\n.RE\n" }
    for option in help.options {
      let names = option.names.map { "\\fB\(Self.escaped($0))\\fR" }.joined(separator: ", ")
      let value = option.value.map { " \\fI\(Self.escaped($0))\\fR" } ?? ""
      out += ".TP\n\(names)\(value)\n"
      out += Self.lines(option.about.isEmpty ? "See the manual of the file format." : option.about)
    }
    for note in help.notes {
      out += ".PP\n"
      // What is indented is laid out by hand.
      let isTable = note.hasPrefix(" ")
      out += isTable ? ".nf\n\(Self.lines(note)).fi\n" : Self.lines(note)
    }
    for example in help.examples { out += ".PP\nExample:\n.PP\n.RS\n.nf\n\(Self.lines(example)).fi\n.RE\n" }
  }

  private mutating func heading(_ title: String) { out += ".SH \(title)\n" }

  private mutating func text(_ text: String, isMarkup: Bool = false) {
    out += isMarkup ? text + "\n" : Self.lines(text)
  }

  private mutating func item(_ term: String, _ text: String) { out += ".TP\n\(term)\n" + Self.lines(text) }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped($0) + "\n" }.joined()
  }

  /// Text as roff prints it: no backslash, hyphen or leading stop of it is a command.
  private static func escaped(_ text: some StringProtocol) -> String {
    let body = String(text).replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return body.hasPrefix(".") || body.hasPrefix("'") ? "\\&" + body : body
  }
}
