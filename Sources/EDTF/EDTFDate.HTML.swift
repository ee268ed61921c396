extension EDTFDate {
  /// The date as the `datetime` attribute of HTML's `time` element: `2019-02-12`, `2019-02`, `2019`, or with a time.
  ///
  /// `nil` where HTML has no such value, and where the value would claim more than the date says: intervals, sets,
  /// seasons, unspecified digits, uncertain and approximate dates, years before 1 (HTML, 2.3.5 and 4.5.14).
  public var htmlDateTime: String? {
    guard case .date(let date) = content, date.isSpecified, date.qualifier.isEmpty, date.season == nil,
      date.year.value > 0
    else { return nil }
    var text = padded(date.year.value, 4)
    if let month = date.month { text += "-" + padded(month.value, 2) }
    if let day = date.day { text += "-" + padded(day.value, 2) }
    // HTML's day ends at 23:59:59, and its seconds have three decimals.
    if let time = date.time, time.hour < 24 {
      text += "T" + padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":" + padded(time.second, 2)
      if time.millisecond > 0 { text += "." + padded(time.millisecond, 3) }
      text += time.offsetText
    }
    return text
  }
}
