/// The words of links that do not say where they lead, in the languages the program speaks.
enum VagueWords {
  private static let all: Set<String> = [
    "", "click", "click here", "here", "learn more", "link", "more", "page", "read", "read more", "see here", "source",
    "this", "this article", "this link", "this page", "this site", "website", "ici", "cliquez ici", "cliquer ici",
    "ce lien", "cette page", "cet article", "en savoir plus", "lien", "lire la suite", "plus", "여기", "여기를 클릭",
    "링크", "더 보기", "هنا", "اضغط هنا", "انقر هنا", "الرابط", "المزيد", "اقرأ المزيد",
  ]

  /// Whether a link's whole text is such words, or none.
  static func says(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    let words = text.lowercased().unicodeScalars.drop { !$0.isLetterLike }
    let end = words.lastIndex { $0.isLetterLike }.map { words.index(after: $0) } ?? words.endIndex
    // A sign or a number says something: a footnote's, a page's.
    if words.isEmpty { return text.isEmpty }
    return all.contains(String(words[..<end]))
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterLike: Bool { properties.isAlphabetic || properties.numericType != nil }
}
