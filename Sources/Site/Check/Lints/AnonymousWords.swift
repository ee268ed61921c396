/// The words by which an opinion shows, and those that describe nobody, in the languages the program speaks.
enum AnonymousWords {
  private static let opinions = [
    "i think", "i believe", "i feel", "i suspect", "i doubt", "i guess", "i fear", "i hope", "i worry", "i’d say",
    "i would say", "we think", "we believe", "we feel", "we suspect", "we doubt", "we fear", "we hope", "in my view",
    "in my opinion", "personally", "frankly", "je pense", "je crois", "je doute", "je crains", "j’espère", "à mon avis",
    "selon moi", "nous pensons", "nous croyons", "nous craignons", "제 생각", "내 생각", "생각한다", "생각합니다", "것 같다",
    "것 같습니다", "أعتقد", "نعتقد", "أظن", "أخشى", "آمل", "في رأيي",
  ].map { Self.words(of: $0) }

  /// The words of an opinion, as the quote has them; `nil` where there are none.
  static func opinion(in quote: String) -> String? {
    let words = quote.split { !$0.isPartOfWord }
    let plain = words.map { folded($0) }
    for start in plain.indices {
      for opinion in opinions where plain[start...].starts(with: opinion) {
        return words[start..<(start + opinion.count)].joined(separator: " ")
      }
    }
    return nil
  }

  /// Words that say nothing of who somebody is, where they know it from, or whose side they are on.
  private static let vague: Set<String> = [
    "a", "an", "the", "some", "several", "many", "few", "two", "three", "one", "other", "unnamed", "anonymous",
    "senior",
    "top", "high", "ranking", "level", "well", "placed", "informed", "reliable", "credible", "official", "officials",
    "source", "sources", "person", "people", "insider", "insiders", "observer", "observers", "analyst", "analysts",
    "expert", "experts", "aide", "aides", "adviser", "advisers", "advisor", "advisors", "diplomat", "diplomats",
    "critic", "critics", "figure", "figures", "individual", "individuals", "close", "to", "with", "of", "knowledge",
    "familiar", "about", "matter", "situation", "issue", "thinking", "who", "asked", "not", "be", "named", "identified",
    "speaking", "on", "condition", "anonymity", "un", "une", "des", "les", "la", "le", "du", "proche", "proches",
    "dossier", "responsable", "responsables", "officiel", "officiels", "personne", "personnes", "observateur",
    "observateurs", "experts", "haut", "fonctionnaire", "fonctionnaires", "bien", "informée", "informées", "소식통",
    "관계자", "관계자들", "한", "고위", "익명의", "당국자", "전문가", "مصدر", "مصادر", "مسؤول", "مسؤولون", "كبير",
    "مطلع", "مطلعة", "خبراء", "مراقبون",
  ]

  /// Whether a description has such words only.
  static func isVague(_ description: String) -> Bool {
    let words = words(of: description)
    return !words.isEmpty && words.allSatisfy(vague.contains)
  }

  private static func words(of text: String) -> [String] { text.split { !$0.isPartOfWord }.map { folded($0) } }

  private static func folded(_ word: Substring) -> String { word.lowercased().replacing("'", with: "’") }
}

extension Character {
  /// A letter, a digit, or an apostrophe.
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "’" || self == "'" }
}
