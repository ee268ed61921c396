import Mustache
import Positions

// Who stands where, and which sides are of two minds.

extension ComponentViews {
  func whereTheyStand(_ options: ComponentOptions) -> Object {
    let issues = story.issues.indices.filter { options.issues?.contains($0) ?? true }
    var standings: [Int: [Int: Standing]] = [:]
    for standing in analysis.standings {
      let lane = analysis.lanes[standing.lane]
      guard let actor = lane.actor, options.issues?.contains(lane.issue) ?? true else { continue }
      standings[actor, default: [:]][lane.issue] = standing
    }
    let people = story.actors.indices.filter { actor in
      guard standings[actor] != nil, options.actors?.contains(actor) ?? true else { return false }
      guard let sides = options.sides else { return true }
      return story.actors[actor].side.map(sides.contains) ?? false
    }
    var view: Object = ["issues": .objects(issues.map { views.issues[$0] }), "column_count": .int(issues.count + 1)]
    let groups = bySide(people) { actor in
      [
        "who": .object(views.actors[actor]), "role": views.actors[actor]["role"] ?? .null,
        "cells": .objects(issues.map { cell(standings[actor]?[$0]) }),
      ]
    }
    view.set(list: groups, as: "sides", has: "has_people")
    let splits = analysis.splits.filter { split in
      (options.issues?.contains(split.issue) ?? true) && (options.sides?.contains(split.side) ?? true)
    }
    view.set(list: splits.map(self.split), as: "splits", has: "has_splits")
    return view
  }

  private func cell(_ standing: Standing?) -> Object {
    guard let standing else { return ["standing": .null] }
    let view = views.briefs[standing.statement].with("is_maybe", .bool(standing.certainty == .maybe))
    return ["standing": .object(view)]
  }

  private func split(_ split: Split) -> Object {
    [
      "side": .object(views.sides[split.side]), "issue": .object(views.issues[split.issue]),
      "positions": .objects(split.statements.map { views.briefs[$0] }.separated(in: words)),
    ]
  }
}
