import Diagnostics
import EDTF
import Escaping
import Mustache
import Site

extension FuzzTarget {
  /// A template and, after a byte of 0, a partial of it, rendered with a bit of everything.
  static let mustache = FuzzTarget("mustache") { (bytes) throws(BrokenPromise) in
    var diagnostics = Diagnostics()
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    var library = TemplateLibrary(
      compiling: [
        ("page", SourceText(path: "page.mustache", bytes: Array(parts.first ?? []))),
        ("p", SourceText(path: "p.mustache", bytes: parts.count > 1 ? Array(parts[1]) : [])),
      ], diagnostics: &diagnostics)
    library.limits.steps = 200_000
    library.limits.outputSize = 1 << 20
    var out = ByteWriter()
    library.render(
      "page", with: ["a": ["b": "<", "c": [1, 2.5, nil]], "b": [["a": "x"], ["a": false]], "n": "p"], into: &out,
      diagnostics: &diagnostics)
    try promise(out.count <= 1 << 20, "a page does not outgrow its bound")
    try judge(diagnostics)
  }

  /// A stylesheet.
  static let css = FuzzTarget("css") { (bytes) throws(BrokenPromise) in
    let once = CSSMinifier.minified(bytes)
    // A comment between two names leaves an empty one.
    try promise(once.count <= bytes.count + 4, "a stylesheet gets no longer")
  }

  /// HTML, as the checks read it.
  static let htmlTags = FuzzTarget("html-tags") { (bytes) throws(BrokenPromise) in
    let outline = PageOutline(of: bytes, .full)
    let count = outline.ids.count + outline.links.count + outline.headings.count + outline.undescribedImages.count
    try promise(count <= bytes.count, "there is no more in a page than bytes")
    try promise(outline.headings.allSatisfy { 1...6 ~= $0.level }, "headings have six levels")
  }

  /// A whole folder: files one after the other, each below a line with its path between two `=== `.
  static let story = FuzzTarget("story") { (bytes) throws(BrokenPromise) in
    let files = Self.files(in: bytes)
    let built = await Rehearsal(of: files, on: Day(ordinal: 22_500))
    try judge(built.diagnostics)
    // Whoever allows HTML gets HTML.
    guard !files.contains(where: { $0.path == "site.yaml" && $0.bytes.firstRange(of: Array("allow_html".utf8)) != nil })
    else { return }
    for file in built.files where file.path.hasSuffix(".html") { try Markup.judge(file.bytes) }
  }

  private static func files(in bytes: [UInt8]) -> [(path: String, bytes: [UInt8])] {
    var files: [String: [UInt8]] = [:]
    var path: String?
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8), line.count > 8, line.suffix(4).elementsEqual(" ===".utf8) {
        path = String(decoding: line.dropFirst(4).dropLast(4), as: UTF8.self)
      } else if let path {
        files[path, default: []] += line + [UInt8(ascii: "\n")]
      }
    }
    // As the disk would list them.
    return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }
}
