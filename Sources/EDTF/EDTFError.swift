/// Why a text is not a date that is understood here.
public struct EDTFError: Error, Hashable, Sendable {
  /// What is wrong, without a full stop at the end.
  public let message: String
  /// Where in the text: UTF-8 byte offsets, possibly empty at the end of the text.
  public let range: Range<Int>
  /// What to write instead, as a short sentence, where it can be told.
  public let help: String?

  init(_ message: String, _ range: Range<Int>, help: String?) {
    self.message = message
    self.range = range
    self.help = help
  }

  /// The refusal of a feature of level 2 that is outside the subset.
  static func unsupported(_ feature: String, _ range: Range<Int>, help: String?) -> EDTFError {
    EDTFError("\(feature) are not understood here", range, help: help)
  }
}
