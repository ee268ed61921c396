extension EDTFDate {
  /// The date that is exactly one day.
  public init(_ day: Day) {
    text = day.description
    (earliest, latest) = (day, day)
    content = .date(PartialDate(day))
  }
}

extension PartialDate {
  /// Exactly one day.
  init(_ day: Day) {
    func part(_ value: Int) -> Part { Part(value: value, unspecifiedDigits: 0, qualifier: []) }
    let (year, month, dayOfMonth) = day.parts
    (self.year, self.month, self.day, time) = (part(year), part(month), part(dayOfMonth), nil)
  }
}
