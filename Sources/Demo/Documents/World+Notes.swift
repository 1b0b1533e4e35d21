import Improvement
import JSONTree

extension World {
  /// What people say about a site's work: a question and its answer, thanks, coaching, visits.
  func notes(ofSite site: Int, cycles: [JSON]) -> [JSON] {
    var random = Randomness(seed: seed, .notes, site)
    let project = projectId(site)
    let asker = sites > 1 ? memberId(site: (site + 1) % sites, 0) : memberId(site: site, 4)
    let cycle = cycles[6]["id"]?.string ?? project
    let isAnswered = site % 2 == 1
    let asked = today.adding(days: -3 - random.number(in: 0...14))
    let question = note(
      site, 0, on: asked, by: asker, kind: .question,
      random.pick(Self.questions), about: .cycle, cycle,
      ["resolved": .bool(isAnswered), "visibility": "network"])
    var notes = [question]
    if isAnswered {
      notes.append(
        note(
          site, 1, on: asked.adding(days: 2), by: memberId(site: site, 0), kind: .comment,
          random.pick(Self.answers), about: .cycle, cycle,
          ["replyTo": question["id"] ?? .null, "visibility": "network"]))
    }
    notes.append(
      note(
        site, 2, on: today.adding(days: -20 - site % 9), by: coach(ofSite: site),
        kind: .encouragement, random.pick(Self.encouragements), about: .project, project, [:]))
    let concern: ConcernLevel = [10: .concern, 7: .watch][sort(ofSite: site)] ?? .none
    notes.append(
      note(
        site, 3, on: today.adding(days: -11 - site % 5), by: coach(ofSite: site), kind: .coaching,
        concern == .none ? random.pick(Self.coaching) : Self.worry, about: .project, project,
        ["privateToCoaches": true, "concernLevel": .string(concern.rawValue)]))
    if site % 2 == 0 { notes.append(visit(site, about: project)) }
    if site % 3 == 0 {
      notes.append(
        note(
          site, 5, on: today.adding(days: -30), by: memberId(site: site, 0), kind: .decision,
          "We meet every second Tuesday for twenty minutes, standing, at the chart.",
          about: .project, project, [:]))
    }
    return notes
  }

  private func visit(_ site: Int, about project: String) -> JSON {
    let day = today.adding(days: -26 - site % 20)
    let lead = memberId(site: site, 0)
    return note(
      site, 4, on: day, by: coach(ofSite: site), kind: .visit,
      "We walked the way a patient goes, then looked at the chart together. The team knows what "
        + "to try next.", about: .project, project,
      [
        "visit": [
          "date": .string("\(held(day))"), "mode": .string(site % 4 == 0 ? "in-person" : "video"),
          "minutes": JSON(40 + site % 3 * 10),
          "attendees": JSON(strings: [lead, coach(ofSite: site)]),
          "focus": "From one ward to all",
        ],
        "actions": [
          [
            "what": "Hang the chart where patients see it", "who": .string(lead),
            "due": .string("\(held(day.adding(days: 10)))"),
            "done": .string("\(held(day.adding(days: 8)))"),
          ],
          [
            "what": "Ask two patients what they noticed", "who": .string(lead),
            "due": .string("\(today.adding(days: site % 3 == 0 ? -5 : 9))"),
          ],
        ],
      ])
  }

  private func note(
    _ site: Int, _ number: Int, on day: CalendarDate, by author: String, kind: NoteKind,
    _ body: String, about type: DocumentType, _ target: String, _ more: JSON
  ) -> JSON {
    var fields = more
    fields["body"] = .string(body)
    fields["kind"] = .string(kind.rawValue)
    fields["target"] = ["type": .string(type.rawValue), "id": .string(target)]
    return document(.note, site * 10 + number, on: held(day), by: author, fields)
  }

  private static let questions = [
    "How did you get the night shift to take part?", "Who does it when the lead is on leave?",
    "Would you share the tally sheet you used?", "Did anybody refuse, and what did you say?",
    "How long did it take per person at the beginning, and how long now?",
    "Did you ask patients before the first test, or only afterwards?",
  ]

  private static let answers = [
    "We asked one night nurse to test it for us; she told the others.",
    "The sheet is on one page; I have put it into the commons.",
    "Seven minutes at first, three now. Everything has to lie ready.",
    "One person refused, for good reasons, and we changed the wording.",
  ]

  private static let encouragements = [
    "Three tests in five weeks: that is how one learns. Well done.",
    "I like how plainly you wrote down what did not work.",
    "A patient partner at the chart: others will want to see that.",
  ]

  private static let coaching = [
    "The team tests steadily. Next time ask about the data from weekends.",
    "Good energy; the lead carries most of it alone. Who could share it?",
    "They understand their chart. Let them explain it at the next learning session.",
  ]

  private static let worry =
    "The numbers go the wrong way and the team has lost two people. I will call on Friday and offer "
    + "to come."
}
