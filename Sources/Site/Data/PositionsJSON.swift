import EDTF
import Escaping
import Positions
import Quotes

/// `positions.json`: all of a story's data with everything computed (PRODUCT section 6).
struct PositionsJSON {
  let edition: StoryEdition

  private var story: Story { edition.story }
  private var analysis: StoryAnalysis { edition.analysis }

  init(_ edition: StoryEdition) { self.edition = edition }

  /// The file.
  var bytes: [UInt8] {
    var json = JSONWriter(capacity: 1024 * (story.statements.count + 8))
    json.object { json in
      json.member("story", story.id)
      json.member("title", edition.explainer.title)
      json.member("as_of", edition.day.description)
      json.array("sides") { json in for side in story.sides { write(side, to: &json) } }
      json.array("actors") { json in for actor in story.actors { write(actor, to: &json) } }
      json.array("issues") { json in for issue in story.issues { write(issue, to: &json) } }
      json.array("sources") { json in for source in story.sources { write(source, to: &json) } }
      json.array("events") { json in for event in story.events { write(event, to: &json) } }
      json.array("positions") { json in
        for index in story.statements.indices { write(statement: index, to: &json) }
      }
      json.array("shifts") { json in for shift in analysis.shifts { write(shift, to: &json) } }
      json.array("standing") { json in for standing in analysis.standings { write(standing, to: &json) } }
      json.array("splits") { json in for split in analysis.splits { write(split, to: &json) } }
      json.array("expectations") { json in
        for index in story.expectations.indices { write(expectation: index, to: &json) }
      }
    }
    return json.bytes
  }

  /// A score to the sixth decimal: sums of binary fractions have a tail that means nothing.
  private static func rounded(_ score: Double) -> Double { (score * 1_000_000).rounded() / 1_000_000 }

  private func write(_ side: Side, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", side.id)
      json.member("label", side.label)
      json.member("short", side.short)
    }
  }

  private func write(_ actor: Actor, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", actor.id)
      json.member("name", actor.name)
      json.member("kind", actor.kind.rawValue)
      json.member("side", actor.side.map { story.sides[$0].id })
      json.array("roles") { json in
        for role in actor.roles {
          json.object { json in
            json.member("title", role.title)
            json.member("start", role.start?.text)
            json.member("end", role.end?.text)
          }
        }
      }
    }
  }

  private func write(_ issue: Issue, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", issue.id)
      json.member("question", issue.question)
      json.member("label", issue.label)
      json.array("scale") { json in
        for level in issue.scale {
          json.object { json in
            json.member("id", level.id)
            json.member("label", level.label)
          }
        }
      }
    }
  }

  private func write(_ source: Source, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", source.id)
      json.member("title", source.title)
      json.member("publisher", source.publisher)
      json.member("url", source.url)
      json.member("published", source.published?.text)
      json.member("kind", source.kind)
      json.member("byline", source.byline)
      json.member("lang", source.lang)
      json.member("accessed", source.accessed?.text)
      json.member("stored", source.isStored)
    }
  }

  private func write(_ event: Event, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", event.id)
      json.member("title", event.title)
      json.member("date", event.date.text)
      json.member("date_earliest", event.date.earliest?.description)
      json.member("date_latest", event.date.latest?.description)
      json.member("place", event.place)
      json.member("status", event.status.rawValue)
      json.member("note", event.note)
      json.member("source", event.source.map { story.sources[$0].id })
    }
  }

  private func write(statement index: Int, to json: inout JSONWriter) {
    let statement = story.statements[index]
    let actor = story.actors[statement.who]
    json.object { json in
      json.member("id", statement.id)
      json.member("who", actor.id)
      json.member("issue", story.issues[statement.issue].id)
      json.member("stance", statement.stanceID)
      json.member("date", statement.date.text)
      json.member("date_earliest", statement.date.earliest?.description)
      json.member("date_latest", statement.date.latest?.description)
      json.member("role", actor.role(on: statement.date)?.title)
      if let level = statement.stance.level { json.member("level", level) } else { json.null("level") }
      json.member("lane", edition.laneID(of: index))
      json.member("quote", statement.quote)
      json.member("original", statement.original)
      json.member("lang", statement.lang)
      json.member("paraphrase", statement.paraphrase)
      if let context = edition.publishableContext(of: statement) {
        json.member("prefix", context.prefix)
        json.member("suffix", context.suffix)
      }
      json.member("source", story.sources[statement.source].id)
      json.member("text_fragment_url", edition.fragmentURLs[index])
      json.member("attribution", statement.attribution.rawValue)
      json.member("descriptor", statement.descriptor)
      json.member("anonymity_reason", statement.anonymityReason)
      json.member("sources_count", statement.sourcesCount)
      json.member("on_behalf_of", statement.onBehalfOf.map { story.actors[$0].id })
      json.member("reported_by", statement.reportedBy.map { story.actors[$0].id })
      json.member("venue", statement.venue)
      json.member("event", statement.event.map { story.events[$0].id })
      json.member("note", statement.note)
      json.member("certainty", statement.certainty.rawValue)
      json.member("added", statement.added?.text)
      if let retracted = statement.retracted {
        json.object("retracted") { json in
          json.member("date", retracted.date.text)
          json.member("source", retracted.source.map { story.sources[$0].id })
          json.member("reason", retracted.reason)
        }
      }
      if let contests = edition.contestsOf[index] {
        json.array("contested_with") { json in
          for other in contests { json.element(story.statements[other].id) }
        }
      }
      if let check = edition.check(of: statement) { write(check, to: &json) }
    }
  }

  private func write(_ check: QuoteCheck, to json: inout JSONWriter) {
    json.object("check") { json in
      switch check {
      case .notChecked: json.member("result", "not-checked")
      case .found(let match, let article):
        json.member("result", match.result.rawValue)
        json.array("tolerances") { json in for tolerance in match.tolerances { json.element(tolerance.rawValue) } }
        json.member("article", article)
        json.member("start", match.start)
        json.member("end", match.end)
      }
    }
  }

  private func write(_ shift: Shift, to json: inout JSONWriter) {
    let lane = analysis.lanes[shift.lane]
    json.object { json in
      json.member("who", lane.actor.map { story.actors[$0].id })
      json.member("issue", story.issues[lane.issue].id)
      json.member("from", story.statements[shift.from].id)
      json.member("to", story.statements[shift.to].id)
      json.member("steps", shift.steps)
      json.member("kind", shift.kind.rawValue)
      json.member("earliest", shift.earliest?.description)
      json.member("latest", shift.latest?.description)
    }
  }

  private func write(_ standing: Standing, to json: inout JSONWriter) {
    let lane = analysis.lanes[standing.lane]
    json.object { json in
      json.member("who", lane.actor.map { story.actors[$0].id })
      json.member("issue", story.issues[lane.issue].id)
      json.member("position", story.statements[standing.statement].id)
      json.member("certainty", standing.certainty.rawValue)
    }
  }

  private func write(_ split: Split, to json: inout JSONWriter) {
    json.object { json in
      json.member("side", story.sides[split.side].id)
      json.member("issue", story.issues[split.issue].id)
      json.array("positions") { json in
        for statement in split.statements { json.element(story.statements[statement].id) }
      }
      json.member("spread", split.spread)
    }
  }

  private func write(expectation index: Int, to json: inout JSONWriter) {
    let expectation = story.expectations[index]
    json.object { json in
      json.member("id", expectation.id)
      json.member("event", expectation.event.map { story.events[$0].id })
      json.member("issue", expectation.issue.map { story.issues[$0].id })
      json.member("proposition", expectation.proposition)
      switch expectation.saidBy {
      case .newsroom: json.member("said_by", "newsroom")
      case .actor(let actor): json.member("said_by", story.actors[actor].id)
      }
      json.member("likelihood", expectation.likelihood?.word)
      json.member("low", (expectation.likelihood?.low).map(Self.rounded))
      json.member("high", (expectation.likelihood?.high).map(Self.rounded))
      json.member("date", expectation.date?.text)
      json.member("criteria", expectation.criteria)
      json.member("resolves_by", expectation.resolvesBy?.text)
      json.member("source", expectation.source.map { story.sources[$0].id })
      if let outcome = expectation.outcome {
        json.object("outcome") { json in
          json.member("value", outcome.value.rawValue)
          json.member("date", outcome.date.text)
          json.member("source", outcome.source.map { story.sources[$0].id })
          json.member("reason", outcome.reason)
        }
      } else {
        json.null("outcome")
      }
      if let score = edition.score(of: index) {
        json.member("brier", Self.rounded(score.brier))
        json.array("brier_interval") { json in
          json.element(Self.rounded(score.low))
          json.element(Self.rounded(score.high))
        }
      } else {
        json.null("brier")
      }
    }
  }
}
