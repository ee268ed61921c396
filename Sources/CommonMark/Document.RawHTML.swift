public import Diagnostics

extension Document {
  /// Where the author wrote HTML, blocks and single tags and comments alike, those in footnotes last.
  ///
  /// Of a block in a list or a quotation the end is that of its text without what the lines of those begin with.
  public var rawHTML: [SourceLocation] {
    let blocks = nodes(of: .htmlBlock).map { id in
      // libcmark says where a block of HTML begins, and for one that ends on its last line not where that ends.
      let start = manuscript.location(tree[id].source).range.lowerBound
      return manuscript.source.location(start..<(start + tree[tree[id].literal].count))
    }
    return blocks + nodes(of: .htmlInline).map(location(of:))
  }
}
