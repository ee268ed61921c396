extension String {
  /// The beginning of the first line, for messages: at most so many code points, with “…” where something is left out.
  package func shortened(to limit: Int) -> String {
    var kept = unicodeScalars.prefix(while: { $0 != "\n" && $0 != "\r" }).prefix(limit)
    guard kept.endIndex < unicodeScalars.endIndex else { return self }
    kept = kept.prefix(limit - 1)
    return String(kept) + "…"
  }
}
