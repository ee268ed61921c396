/// Which way a language is written.
enum WritingDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// The direction of a language tag's script, or else of the script its language is usually written in.
  ///
  /// - Parameter tag: BCP 47: `ar`, `az-Arab`, `he-IL`.
  init(of tag: String) {
    let subtags = tag.lowercased().split(separator: "-")
    let script = subtags.dropFirst().first { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 >= UInt8(ascii: "a") } }
    let isRightToLeft =
      script.map { Self.scripts.contains(String($0)) }
      ?? subtags.first.map { Self.languages.contains(String($0)) } ?? false
    self = isRightToLeft ? .rightToLeft : .leftToRight
  }

  private static let scripts: Set = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
  ]

  private static let languages: Set = [
    "ar", "arc", "arz", "ary", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "ps",
    "prs", "sd", "syr", "ug", "ur", "yi",
  ]
}
