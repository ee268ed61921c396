/// Why a text is not a date that is understood here.
public struct EDTFError: Error, Hashable, Sendable {
  /// What is wrong, without a full stop at the end.
  public let message: String
  /// Where in the text: UTF-8 byte offsets.
  public let range: Range<Int>
  /// What to write instead, as a short sentence, where it can be told.
  public let help: String?
}
