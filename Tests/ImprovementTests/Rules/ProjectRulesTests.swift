import Improvement
import JSONTree
import Testing

@Suite struct ProjectRulesTests {
  @Test("the scale has ten anchors, half a step apart")
  func anchors() {
    #expect(ProgressAnchor.all.map(\.score) == stride(from: 0.5, through: 5, by: 0.5).map(\.self))
    #expect(ProgressAnchor.anchor(for: 3)?.title == "Modest improvement")
    #expect(ProgressAnchor.anchor(for: 3.2) == nil)
    #expect(ProgressAnchor.anchor(for: .nan) == nil)
  }

  @Test("a role nobody fills on a day is a gap, and one person may fill several")
  func rosterGaps() throws {
    let day = try #require(CalendarDate("2026-03-14"))
    #expect(RosterGaps.unfilled(in: Project([:]), on: day) == RosterRole.wanted)
    let project = Project([
      "roster": [
        ["member": "a", "role": "executive-sponsor"], ["member": "a", "role": "clinical-lead"],
        ["member": "b", "role": "data-lead", "to": "2026-03-13"],
        ["member": "b", "role": "improvement-adviser", "from": "2026-03-15"],
        [
          "member": "c", "role": "patient-family-partner", "from": "2026-03-14", "to": "2026-03-14",
        ],
        ["member": "", "role": "day-to-day-lead"],
      ]
    ])
    #expect(
      RosterGaps.unfilled(in: project, on: day) == [
        .dayToDayLead, .improvementAdviser, .dataLead,
      ])
  }

  @Test("views read odd values as if they were not there")
  func oddValues() {
    let odd: JSON = ["name": 3, "roster": "none", "aim": [1], "sites": ["a", 2], "status": "x"]
    let project = Project(odd)
    #expect(project.name == "")
    #expect(project.roster.isEmpty)
    #expect(project.aim.text == nil)
    #expect(project.siteIds == ["a"])
    #expect(project.status == .active)
    #expect(Network([:]).smallestCount == 11)
  }
}
