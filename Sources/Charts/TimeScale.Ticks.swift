import EDTF

extension TimeScale {
  /// A mark on the axis and what is written at it.
  struct Tick: Sendable {
    /// Where it stands, in user units.
    var x: Double
    /// The middle of its label.
    var labelX: Double
    /// The label; the year stands on a second line where it is new.
    var block: TextBlock
  }

  /// Ticks on days of the calendar that are easily named, as near to each other as their labels allow, and one at least
  /// in every segment.
  ///
  /// A segment cut out so short that it has room for one alone has it on its first dated day.
  ///
  /// - Parameter bounds: how far labels may reach beyond the axis, in user units.
  func ticks(_ words: ChartWords, _ style: TextStyle, within bounds: ClosedRange<Double>) -> [Tick] {
    let step = step(words, style)
    var ticks: [Tick] = []
    for (index, segment) in segments.enumerated() {
      let left = index == 0 ? bounds.lowerBound : segment.x.lowerBound
      let right = index == segments.count - 1 ? bounds.upperBound : segment.x.upperBound
      let first = Day(ordinal: segment.dated.lowerBound.nearestInteger)
      var days: [Day] = []
      var day = step.tick(onOrAfter: Day(ordinal: segment.days.lowerBound.ceilingInteger))
      while Double(day.ordinal) <= segment.days.upperBound {
        days.append(day)
        day = step.tick(onOrAfter: Day(ordinal: day.ordinal + 1))
      }
      let isShort = (segment.dated.upperBound - segment.dated.lowerBound) * unitsPerDay < style.size * 4
      let isAlone = days.isEmpty || segments.count > 1 && isShort

      var year: Int?
      var edge = left
      for day in isAlone ? [first] : days {
        let block = Self.label(day, isAlone ? .days(1) : step, after: year, words, style)
        let x = self.x(Double(day.ordinal))
        let half = block.width / 2
        let labelX = max(min(x, right - half), left + half)
        // At an end a label is moved inwards, but not so far that the next would have to go.
        let isPressed = abs(labelX - x) > style.size && days.count > 1 && !isAlone
        guard !isPressed, labelX - half >= edge else { continue }
        ticks.append(Tick(x: x, labelX: labelX, block: block))
        edge = labelX + half + style.size * 0.6
        year = day.parts.year
      }
    }
    return ticks
  }

  /// The widest label a day can have.
  static func widestLabel(_ words: ChartWords, _ style: TextStyle) -> Double {
    let labels = (1...12).compactMap { month in
      Day(year: 2000, month: month, day: 28).map { style.width(of: words.onAxis($0)) }
    }
    return max(labels.max() ?? 0, style.width(of: words.year(2000)))
  }

  private func step(_ words: ChartWords, _ style: TextStyle) -> CalendarStep {
    let day = Self.widestLabel(words, style)
    let month = (1...12).map { style.width(of: words.month($0)) }.max() ?? 0
    let year = max(
      segments.first.map { style.width(of: words.year(Day(ordinal: $0.dated.lowerBound.nearestInteger).parts.year)) }
        ?? 0,
      segments.last.map { style.width(of: words.year(Day(ordinal: $0.dated.upperBound.nearestInteger).parts.year)) }
        ?? 0)
    let fitting = CalendarStep.all.first { step, days in
      let label =
        switch step {
        case .days: max(day, year)
        case .months: max(month, year)
        case .years: year
        }
      return days * unitsPerDay >= label + style.size
    }
    return fitting?.step ?? .years(1_000_000)
  }

  private static func label(
    _ day: Day, _ step: CalendarStep, after year: Int?, _ words: ChartWords, _ style: TextStyle
  ) -> TextBlock {
    let parts = day.parts
    let top: String
    switch step {
    case .days: top = words.onAxis(day)
    case .months: top = words.month(parts.month)
    case .years: return TextBlock(words.year(parts.year), style, width: .infinity, maximumLines: 1)
    }
    let block = TextBlock(top, style, width: .infinity, maximumLines: 1)
    guard parts.year != year else { return block }
    var muted = style
    muted.isMuted = true
    return block + TextBlock(words.year(parts.year), muted, width: .infinity, maximumLines: 1)
  }
}
