public import EDTF

extension Actor {
  /// The role held on a date.
  ///
  /// A role held all the time that the date can mean goes before one held for a part of it; then the role that began
  /// last does, and of several the last in the file.
  public func role(on date: EDTFDate) -> Role? {
    func rank(_ role: Role) -> (Int, Int)? {
      guard role.start?.canHaveBegun(by: date.latest ?? .distantFuture) != false,
        role.end.flatMap(\.latest).map(date.canHaveBegun) != false
      else { return nil }
      let startsBefore = role.start?.canHaveBegun(by: date.earliest ?? .distantPast) != false
      let endsAfter = role.end.flatMap(\.latest).map(date.isOver) != false
      return (startsBefore && endsAfter ? 1 : 0, role.start?.earliest?.ordinal ?? .min)
    }
    var best: (role: Role, rank: (Int, Int))?
    for role in roles {
      guard let rank = rank(role) else { continue }
      if best.map({ $0.rank <= rank }) ?? true { best = (role, rank) }
    }
    return best?.role
  }

  /// The last day of its last role, where its lanes end; `nil` where it has no role, or one that has not ended.
  public var lastDayInOffice: Day? {
    let ends = roles.map { $0.end?.latest }
    return ends.contains(nil) ? nil : ends.compactMap(\.self).max()
  }
}

extension Day {
  fileprivate static let distantPast = Day(ordinal: .min)
  fileprivate static let distantFuture = Day(ordinal: .max)
}
