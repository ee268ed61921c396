extension EDTFDate {
  /// What a text can mean that may be an expression, or a date as people write one every day.
  ///
  ///     EDTFDate.meanings(of: "12 February 2019")   // 2019-02-12
  ///     EDTFDate.meanings(of: "03/04/2019")         // 2019-04-03 and 2019-03-04
  ///
  /// - Returns: one date; two, the one that takes the day to stand first before the one that takes the month to, where
  ///   they cannot be told apart; none where it is no date.
  public static func meanings(of text: String) -> [EDTFDate] {
    if let date = try? EDTFDate(parsing: text) { return [date] }
    return (EverydayDate(Array(text.utf8))?.readings ?? []).compactMap { try? EDTFDate(parsing: $0) }
  }
}
