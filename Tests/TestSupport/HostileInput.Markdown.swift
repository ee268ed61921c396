extension HostileInput {
  private static func markdown(_ name: String, _ text: @escaping @Sendable (Int) -> [UInt8]) -> HostileInput {
    HostileInput(name, at: "page.md", text)
  }

  /// Markdown whose blocks are the matter. Those marked with a star are among the cases that cmark and its descendants
  /// test themselves with.
  static let blocks: [HostileInput] = [
    markdown("block quotes inside each other*") { repeating("> ", $0) + "a" },
    markdown("block quotes without spaces*") { repeating(">", $0) + "a*" },
    markdown("the same, and emphasis") { repeating(">", $0 / 2) + repeating("a*", $0 / 2) },
    markdown("list items inside each other, on one line*") { repeating("- ", $0) + "x" },
    markdown("list items inside each other, a line each*") { size in
      var bytes: [UInt8] = []
      var depth = 0
      while bytes.count < size {
        bytes += repeating("  ", 2 * depth) + "* a\n"
        depth += 1
      }
      return bytes
    },
    markdown("lists a hundred deep, over and over") { repeating(staircase(depth: 99), $0) },
    markdown("a line for every item of a deep list, blank lines between*") { size in
      Array(staircase(depth: 90).utf8) + repeating("\n", size)
    },
    markdown("ordered lists inside each other") { repeating("1. ", $0) + "a" },
    markdown("quotes and lists by turns") { repeating("> - ", $0) + "a" },
    markdown("lazy continuation lines of deep quotes") { repeating("> ", 180) + "a\n" + repeating("b\n", $0) },
    markdown("NUL bytes*") { repeating("abc\u{0}de\u{0}", $0) },
    markdown("a long line of backslashes") { repeating("\\", $0) },
    markdown("many headings of one name") { repeating("# a\n", $0) },
    markdown("many headings with one id") { repeating("# a {#a}\n", $0) },
    markdown("code fences that never close") { repeating("```\n", $0) + "a" },
    markdown("tildes and backticks as fences by turns") { repeating("~~~\n```\n", $0) },
    markdown("tabs") { repeating("\t", $0) + "a" },
    markdown("lines of white space") { repeating(" \t \n", $0) },
    markdown("setext underlines") { repeating("a\n=\n", $0) },
    markdown("thematic breaks that are none") { repeating("* ", $0) + "a" },
    markdown("HTML blocks that never end") { repeating("<script>\n", $0) },
    markdown("link definitions, all different*") { counting($0) { "[\($0)]: u\n" } },
    markdown("link definitions, all the same") { repeating("[a]: u\n", $0) + "\n[a]\n" },
    markdown("link definitions, and a use of each*") { size in
      counting(size / 2) { "[\($0)]: u\n" } + "\n" + counting(size / 2) { "[\($0)] " }
    },
    markdown("link definitions, and uses of one there is not*") { size in
      counting(size / 2) { "[\($0 + 1)]: u\n" } + "\n" + repeating("[0] ", size / 2)
    },
    markdown("link definitions that a table of sixteen would keep together*") { size in
      var labels = (0...).lazy.map { "x\($0)" }.filter { sdbm($0) % 16 == 0 }.makeIterator()
      let missing = labels.next() ?? ""
      var bytes: [UInt8] = []
      while bytes.count < size, let label = labels.next() { bytes += "[\(label)]: /u\n\n[\(missing)]\n\n".utf8 }
      return bytes
    },
    markdown("definitions of links and uses with long labels") { size in
      let label = String(repeating: "a ", count: 450)
      return Array("[\(label)]: /u\n\n".utf8) + repeating("[\(label)]\n", size)
    },
  ]

  /// The hash by which cmark once kept the definitions of links: that of sdbm, in 32 bits.
  private static func sdbm(_ text: String) -> UInt32 {
    text.utf8.reduce(0) { hash, byte in UInt32(byte) &+ (hash << 6) &+ (hash << 16) &- hash }
  }

  private static func staircase(depth: Int) -> String {
    (0..<depth).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
  }

  /// Markdown whose inlines are the matter.
  static let inlines: [HostileInput] = [
    markdown("strong emphasis inside each other*") {
      repeating("*a **a ", $0 / 2) + "b" + repeating(" a** a*", $0 / 2)
    },
    markdown("emphasis that closes and never opens*") { repeating("a_ ", $0) },
    markdown("emphasis that opens and never closes*") { repeating("_a ", $0) },
    markdown("asterisks that close and never open") { repeating("a* ", $0) },
    markdown("openers and closers that do not match*") { repeating("*a_ ", $0) },
    markdown("openers and closers of many lengths*") {
      counting($0) { "a" + String(repeating: "*", count: $0 % 40 + 1) }
    },
    markdown("an emphasis of threes*") { repeating("a**b", $0) + repeating("c* ", $0 / 4) },
    markdown("a long run of asterisks") { "a" + repeating("*", $0) + "b" },
    markdown("asterisks and underscores by turns") { repeating("*_", $0) + "a" },
    markdown("links that close and never open*") { repeating("a]", $0) },
    markdown("links that open and never close*") { repeating("[a", $0) },
    markdown("brackets inside each other*") { repeating("[", $0 / 2) + "a" + repeating("]", $0 / 2) },
    markdown("the pattern “[ (](”*") { repeating("[ (](", $0) },
    markdown("the pattern “![[]()”*") { repeating("![[]()", $0) },
    markdown("images inside each other") { repeating("![", $0 / 4) + "a" + repeating("](b)", $0 / 2) },
    markdown("links that open and emphasis that closes*") { repeating("[ a_", $0) },
    markdown("links with emphasis across them*") { repeating("**x [a*b**c*](d)", $0) },
    markdown("links whose address never ends*") { repeating("[a](<b", $0) },
    markdown("links whose address opens brackets*") { repeating("[a](b", $0) },
    markdown("links whose address has brackets inside each other") { "[a](" + repeating("(", $0) },
    markdown("links whose title never ends") { repeating("[a](b \"c", $0) },
    markdown("references that lead nowhere") { repeating("[a][b]", $0) },
    markdown("backticks in runs of growing length*") { size in
      var bytes: [UInt8] = []
      var length = 1
      while bytes.count < size {
        bytes += "e" + repeating("`", length)
        length += 1
      }
      return bytes
    },
    markdown("backticks in runs of falling length") { size in
      var bytes: [UInt8] = []
      var length = Int(Double(2 * size).squareRoot())
      while length > 0 {
        bytes += "e" + repeating("`", length)
        length -= 1
      }
      return bytes
    },
    markdown("HTML comments that never end*") { "a" + repeating("<!-- ", $0) },
    markdown("HTML declarations that never end*") { "a" + repeating("<!A ", $0) },
    markdown("processing instructions that never end*") { "a" + repeating("<?", $0) },
    markdown("CDATA that never ends*") { "a" + repeating("<![CDATA[", $0) },
    markdown("tags that never end") { repeating("<a b=\"", $0) },
    markdown("tags with white space that never ends") { repeating("<a ", $0) + repeating(" ", $0 / 2) },
    markdown("autolinks that never end") { repeating("<http:", $0) },
    markdown("addresses of mail that never end") { repeating("<a@b.", $0) },
    markdown("entities that are none") { repeating("&a", $0) },
    markdown("numbers of characters that are none") { repeating("&#1", $0) },
    markdown("quotation marks") { repeating("\"a'", $0) },
    markdown("line breaks") { repeating("a\\\n", $0) },
    markdown("accents on one letter") { "e" + repeating("\u{301}", $0) },
    markdown("letters that compose") { repeating("e\u{301}", $0) },
  ]

  /// What Dateline adds to Markdown.
  static let extensions: [HostileInput] = [
    markdown("a table of many rows") { "|a|\n|-|\n" + repeating("|b|\n", $0) },
    markdown("a table of delimiter rows") { repeating("|-|\n", $0) },
    markdown("many small tables") { repeating("|a|\n|-|\n\n", $0) },
    markdown("tables between carriage returns and vertical tabs*") { repeating("aaa\rbbb\n-\u{B}\n", $0) },
    markdown("a table of many columns") { size in
      repeating("|a", size / 3) + "|\n" + repeating("|-", size / 3) + "|\n" + repeating("|a", size / 3) + "|\n"
    },
    markdown("a table of a thousand columns and many short rows") { size in
      repeating("|a", 2000) + "|\n" + repeating("|-", 2000) + "|\n" + repeating("|\n", size)
    },
    markdown("a table cell with hostile inlines") { "|a|\n|-|\n|" + repeating("*a_ ", $0) + "|\n" },
    markdown("tables in quotes") { repeating("> |a|\n> |-|\n>\n", $0) },
    markdown("pipes") { repeating("|", $0) + "\n" + repeating("|", $0 / 4) },
    markdown("footnotes, and a use of each") { size in
      counting(size / 2) { "[^\($0)] " } + "\n\n" + counting(size / 2) { "[^\($0)]: n\n" }
    },
    markdown("footnotes that refer to each other") { size in
      "[^0]\n\n" + counting(size) { "[^\($0)]: [^\($0 + 1)]\n" }
    },
    markdown("one footnote, referred to over and over") { repeating("[^a]", $0) + "\n\n[^a]: b\n" },
    markdown("footnotes of one name") { repeating("[^a]: b\n", $0) },
    markdown("footnotes that are defined nowhere") { repeating("[^a]", $0) },
    markdown("tildes that open and never close") { repeating("~a ", $0) },
    markdown("tildes of two lengths by turns") { repeating("~a ~~b ", $0) },
    markdown("figures") { repeating("![a](b \"c\")\n\n", $0) },
    markdown("components that are none") { repeating("```timelin\n```\n", $0) },
    markdown("links to things of a story there is not") { repeating("[a](position:b)\n", $0) },
    markdown("HTML that is left out") { repeating("<b>", $0) },
    markdown("addresses that are not allowed") { repeating("[a](javascript:b) ", $0) },
  ]
}
