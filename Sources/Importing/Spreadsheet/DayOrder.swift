import EDTF

/// Whether 03/04/2019 is in April or in March.
public enum DayOrder: String, Sendable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"

  /// The order that a table's dates have, where some of them can be read in one order only, and none in the other only.
  static func told(by dates: some Sequence<String>) -> DayOrder? {
    var orders: Set<DayOrder> = []
    for date in dates {
      let parts = date.prefix { $0 != " " }.split { $0 == "/" || $0 == "." || $0 == "-" }
      guard parts.count == 3, parts[2].utf8.count == 4, let first = Int(parts[0]), let second = Int(parts[1]) else {
        continue
      }
      if 13...31 ~= first, 1...12 ~= second { orders.insert(.dayFirst) }
      if 1...12 ~= first, 13...31 ~= second { orders.insert(.monthFirst) }
    }
    return orders.count == 1 ? orders.first : nil
  }

  /// The one of two meanings of a date that has this order; see ``EDTF/EDTFDate/meanings(of:)``.
  func choose(from meanings: [EDTFDate]) -> EDTFDate? { self == .dayFirst ? meanings.first : meanings.last }
}
