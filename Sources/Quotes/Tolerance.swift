/// A difference between a quote and its source that is no difference in words.
///
/// The raw values are stable: they are published in positions.json.
public enum Tolerance: String, Sendable, Hashable, CaseIterable {
  /// Typographic marks for straight ones, or one country's marks for another's: `’` and `'`, `«` and `“`.
  case typographicQuotes = "typographic-quotes"
  /// Single marks for double ones, as a quotation inside a quotation has them.
  case quoteLevel = "quote-level"
  /// A space that does not break for one that does.
  case noBreakSpace = "no-break-space"
  /// Runs of white space, line breaks included, that differ.
  case whiteSpace = "white-space"
  /// One character for a hyphen or minus sign for another.
  case hyphen
  /// One way to write a dash for another: `—`, `–`, `--`, or a hyphen with space on both sides.
  case dash
  /// Soft hyphens.
  case softHyphen = "soft-hyphen"
  /// Other characters that nobody sees: zero-width spaces, directional marks, variation selectors, control characters.
  case invisible
  /// `…` for `...` or `. . .`.
  case ellipsis
  /// The speaker goes on in the next paragraph, which opens with a quotation mark of its own.
  case paragraphBreak = "paragraph-break"
  /// Words were left out, and the quote says so.
  case elision
  /// A comma, full stop, colon or semicolon beside a cut that the source has not, or has another of.
  case cutPunctuation = "cut-punctuation"
  /// An editor's words in square brackets.
  case bracket
  /// The first letter is a capital here and small there.
  case firstLetterCase = "first-letter-case"
  /// A comma or full stop at the very end.
  case finalPunctuation = "final-punctuation"
}
