/// What the last build made, file by file, and from what: what this one would make from the same, it leaves as it is.
///
/// It holds while the program, the request, the day, Templates and site.yaml are the same, and the files of Output as they
/// were left. A file is kept on these grounds:
///
/// - Its ``PageKey`` is the same: it is made from the same texts and stories.
/// - Where its links lead is the same. A link in a text is looked for among the files of Content, and so hangs on which
///   there are; but a page with a link that leads nowhere has no key here. Its links lead to files that were there, and as
///   long as none of them is gone (``kept(of:keys:hasFeed:)``), they lead there still.
/// - There was nothing to tell of it: a file of which there was is made again, to tell it again.
///
/// That its links to anchors still hit, is seen when all others are made (``KeptPages``).
struct BuildMemory: Sendable {
  /// A file as it was made.
  struct File: Sendable {
    /// Below Output.
    let path: String
    /// ``Page/origin``: the same for two things of one path only if they stand for the same file of Content.
    let origin: String
    /// `nil` for a file that is to be made again.
    let key: PageKey?
    /// As it stood in Output when that was looked at last; `nil` of one that was made since.
    var stamp: FileSystem.Stamp?
  }

  /// Whether the site had a feed, as every page says.
  let hasFeed: Bool
  /// By path.
  var files: [File]

  /// The files that need not be made, in the order of a plan, `nil` for one that has to be; `nil` where all have to be, for
  /// a page has gone or moved.
  func kept(of plan: Plan, keys: [PageKey?], hasFeed: Bool) -> [File?]? {
    guard hasFeed == self.hasFeed else { return nil }
    var next = 0
    let kept = zip(plan.pages, keys).map { page, key -> File? in
      guard next < files.count, files[next].path.utf8.elementsEqual(page.path.file.utf8),
        files[next].origin.utf8.elementsEqual(page.origin.utf8)
      else { return nil }
      defer { next += 1 }
      return key != nil && files[next].key == key ? files[next] : nil
    }
    return next == files.count ? kept : nil
  }
}
