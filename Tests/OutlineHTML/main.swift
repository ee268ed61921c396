// Prints the outlines of HTML files as JSON, one a line, in the order of the command line: for Tests/Browser/outlines.py,
// which compares them with what an independent parser reads.

import Foundation
import Site

/// What is compared.
struct Outline: Encodable {
  let ids, repeatedIDs, undescribedImages, positions: [String]
  let links: [[String]]
  let headings: [[String]]

  init(_ outline: PageOutline) {
    ids = outline.ids.sorted()
    repeatedIDs = outline.repeatedIDs.sorted()
    undescribedImages = outline.undescribedImages
    positions = outline.positions.sorted()
    links = outline.links.map { [$0.address, $0.isFollowed ? "followed" : "loaded"] }
    headings = outline.headings.map { [String($0.level), $0.id ?? "", $0.text] }
  }
}

for path in CommandLine.arguments.dropFirst() {
  let html = try Data(contentsOf: URL(fileURLWithPath: path))
  let outline = Outline(PageOutline(of: Array(html), .full))
  FileHandle.standardOutput.write(try JSONEncoder().encode(outline) + Data("\n".utf8))
}
