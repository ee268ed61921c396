import EDTF
import Testing

@testable import Positions

@Suite("Roles")
struct AnalysisRoleTests {
  private func vale(_ roles: (title: String, start: String?, end: String?)...) -> Actor {
    var actor = StoryBuilder().story.actors[StoryBuilder.vale]
    actor.roles = roles.map {
      .init(title: $0.title, start: $0.start.map(StoryBuilder.date), end: $0.end.map(StoryBuilder.date))
    }
    return actor
  }

  private func title(_ actor: Actor, _ date: String) -> String? { actor.role(on: StoryBuilder.date(date))?.title }

  @Test("the role is the one held on the day of the statement")
  func ofTheDay() {
    let actor = vale(("envoy", "2030-06", "2031-01-31"), ("minister", "2031-02-01", nil))
    #expect(title(actor, "2030-05-31") == nil)
    #expect(title(actor, "2030-06-01") == "envoy")
    #expect(title(actor, "2031-01-31") == "envoy")
    #expect(title(actor, "2031-02-01") == "minister")
    #expect(title(actor, "2099-01-01") == "minister")
  }

  @Test("a role held all the while goes before one that began on the way")
  func vagueDate() {
    let actor = vale(("chair", "2030", nil), ("minister", "2031-02-15", nil))
    #expect(title(actor, "2031-02") == "chair")
    #expect(title(actor, "2031-03") == "minister")
  }

  @Test("on the day of a hand-over, and of roles held at once, the one that began last is shown")
  func latest() {
    #expect(title(vale(("minister", "2031-02-01", nil), ("chair", "2031-02-01", nil)), "2031-02-01") == "chair")
    #expect(title(vale(("minister", "2031-02-01", nil), ("envoy", nil, "2031-02-01")), "2031-02-01") == "minister")
  }

  @Test("a date of which nothing is known has the role that began last")
  func unknown() {
    #expect(title(vale(("envoy", "2030", "2031"), ("minister", "2032", nil)), "XXXX") == "minister")
  }

  @Test("an actor’s lanes end with its last role")
  func lastDay() {
    #expect(vale().lastDayInOffice == nil)
    #expect(vale(("envoy", nil, "2031-01")).lastDayInOffice == Day("2031-01-31"))
    #expect(vale(("envoy", nil, "2031-01"), ("minister", "2031-02", nil)).lastDayInOffice == nil)
    #expect(vale(("envoy", nil, "2031-01"), ("minister", "2031-02", "2031-03/..")).lastDayInOffice == nil)
  }
}
