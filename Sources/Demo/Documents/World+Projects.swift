import Improvement
import JSONTree

extension World {
  static let bundleProject = 900_000_000
  static let answersProject = 900_000_001

  func project(ofSite site: Int) -> JSON {
    let theme = Theme.all[sort(ofSite: site)]
    var fields = charter(theme, themeIndex: sort(ofSite: site))
    fields["sites"] = [.string(siteId(site))]
    fields["roster"] = .array(roster(ofSite: site))
    fields["milestones"] = .array(milestones(ofSite: site))
    fields["progress"] = .array(progress(ofSite: site))
    return document(
      .project, site, on: projectDay(site), by: memberId(site: site, 0), fields)
  }

  private func charter(_ theme: Theme, themeIndex: Int) -> JSON {
    let aim = theme.measures[0]
    let measures = theme.measures.indices.map { measureId(themeIndex, $0) }
    return [
      "name": .string(theme.project), "problem": .string(theme.problem),
      "whyNow": .string(theme.whyNow), "status": "active",
      "aim": [
        "text": .string(theme.aim), "measure": .string(measures[0]),
        "from": JSON(aim.spoken(aim.before)), "to": JSON(aim.target ?? aim.spoken(aim.after)),
        "by": .string("\(today.adding(months: 9))"), "population": .string(theme.population),
      ],
      "scope": ["in": [.string(theme.population)], "out": ["People in other studies"]],
      "drivers": .array(Self.drivers(theme)), "measures": JSON(strings: measures),
      "barriers": .array(
        theme.barriers.map { ["text": .string($0.text), "mitigation": .string($0.mitigation)] }),
    ]
  }

  /// Primary and secondary drivers; the first secondary one has the first idea beneath it.
  private static func drivers(_ theme: Theme) -> [JSON] {
    theme.drivers.enumerated().flatMap { index, driver -> [JSON] in
      let id = "d\(index + 1)"
      let primary: JSON = [
        "id": .string(id), "level": 1, "text": .string(driver.primary),
        "networkDriver": .string("n\(index % 3 + 1)"),
      ]
      let secondary = driver.secondary.enumerated().map { place, text -> JSON in
        [
          "id": .string("\(id).\(place + 1)"), "parent": .string(id), "level": 2,
          "text": .string(text),
        ]
      }
      let tertiary: [JSON] =
        index > 0
        ? []
        : [
          [
            "id": "d1.1.1", "parent": "d1.1", "level": 3,
            "text": .string("Everyone on duty knows how: \(theme.ideas[0].name)"),
          ]
        ]
      return [primary] + secondary + tertiary
    }
  }

  /// The full team, less the roles that some sites leave empty.
  private func roster(ofSite site: Int) -> [JSON] {
    var random = Randomness(seed: seed, .site, site)
    let gaps: Set<RosterRole> =
      switch isPlanned(site) ? site : -1 {
      case 2: [.patientFamilyPartner]
      case 4: [.dataLead]
      case 7: [.executiveSponsor]
      case 10: [.patientFamilyPartner, .improvementAdviser]
      case -1: Set(RosterRole.wanted.filter { _ in random.share() < 0.12 })
      default: []
      }
    let team: [(RosterRole, String)] = [
      (.executiveSponsor, memberId(site: site, 2)), (.clinicalLead, memberId(site: site, 1)),
      (.dayToDayLead, memberId(site: site, 0)), (.improvementAdviser, coach(ofSite: site)),
      (.dataLead, memberId(site: site, site % 12 == 5 ? 0 : 3)),
      (.patientFamilyPartner, memberId(site: site, 4)), (.teamMember, memberId(site: site, 5)),
    ]
    let present = team.compactMap { role, member -> JSON? in
      // A partner who has left is a gap as well.
      let hasLeft = site == 10 && role == .improvementAdviser
      if gaps.contains(role), !hasLeft { return nil }
      var entry: JSON = [
        "member": .string(member), "role": .string(role.rawValue),
        "from": .string("\(held(founded.adding(days: Self.joining(role, site))))"),
      ]
      if hasLeft { entry["to"] = .string("\(today.adding(days: -33))") }
      return entry
    }
    return present
      + (site % 3 == 0 && !gaps.contains(.dataLead) ? [firstDataLead(ofSite: site)] : [])
  }

  /// Whoever led the team got its numbers as well, until somebody took that over.
  private func firstDataLead(ofSite site: Int) -> JSON {
    let end = founded.adding(days: Self.joining(.dataLead, site) - 1)
    return [
      "member": .string(memberId(site: site, 0)), "role": .string(RosterRole.dataLead.rawValue),
      "from": .string("\(founded)"), "to": .string("\(held(end))"),
    ]
  }

  /// How many days after its beginning somebody came into a project's team.
  private static func joining(_ role: RosterRole, _ site: Int) -> Int {
    switch role {
    case .patientFamilyPartner: 90 + site * 37 % 240
    case .dataLead: 20 + site * 53 % 400
    case .teamMember: 200 + site * 41 % 330
    default: 0
    }
  }

  private func milestones(ofSite site: Int) -> [JSON] {
    let start = periods[0].firstDay
    let change = changeDay(ofSite: site)
    let isSlow = [4, 7, 10].contains(sort(ofSite: site))
    // One team looks away from a date long gone; the others have agreed on a new one.
    let inUse =
      isSlow && site != 4 ? today.adding(days: -12 - site % 30) : change.adding(days: 60)
    let steps: [(String, CalendarDate, CalendarDate?)] = [
      ("Team agreed and trained", founded.adding(days: 30), founded.adding(days: 28)),
      ("Baseline known", start.adding(days: 95), start.adding(days: 101)),
      ("First test with one person", change.adding(days: -110), change.adding(days: -118)),
      ("In use wherever it fits", inUse, isSlow ? nil : change.adding(days: 64)),
      ("Results held for half a year", today.adding(days: 75), nil),
    ]
    return steps.map { what, due, done in
      var step: JSON = ["what": .string(what), "due": .string("\(due)")]
      if let done, done <= today { step["done"] = .string("\(held(done))") }
      return step
    }
  }

  /// Scores of team and coach every four months, half a step apart or more.
  private func progress(ofSite site: Int) -> [JSON] {
    let count = max(1, months / 4)
    let isStuck = [7, 10].contains(sort(ofSite: site))
    return (0..<count).flatMap { step -> [JSON] in
      let day = periods[min(step * 4 + 3, months - 1)].lastDay
      let ceiling = isStuck ? 5 : 8
      let team = min(2 + step + (site + step) % 2, ceiling)
      let isLast = step == count - 1
      let gap = isLast ? [0, 1, 3, 1, 0, 1, 2][site % 7] : (site + step) % 2
      return [("self", memberId(site: site, 0), team), ("coach", coach(ofSite: site), team - gap)]
        .map { kind, rater, halves in
          let score = Double(max(1, halves)) / 2
          return [
            "date": .string("\(day)"), "kind": .string(kind), "rater": .string(rater),
            "score": JSON(score),
            "why": .string(ProgressAnchor.anchor(for: score)?.text ?? ""),
            "suggestion": .string(
              kind == "coach" ? Self.suggestions[(site + step) % 5] : "Keep going, one test a week."
            ),
          ]
        }
    }
  }

  private static let suggestions = [
    "Show the chart at the ward meeting, with one sentence.",
    "Try it on a weekend before you call it done.", "Ask two patients what they noticed.",
    "Write the prediction down before the test, however rough.",
    "Agree who owns it when the lead is on leave.",
  ]

  /// One project of several sites, and one of the network itself.
  var sharedProjects: [JSON] {
    var bundle = charter(.woundInfections, themeIndex: 0)
    bundle["name"] = "One wound bundle for all"
    bundle["sites"] = JSON(strings: [0, 2, 3, 10].filter { $0 < sites }.map(siteId))
    bundle["roster"] = .array(sharedRoster(lead: memberId(site: 0, 0)))
    bundle["milestones"] = [
      [
        "what": "All sites audit the same way",
        "due": .string("\(periods[months / 2].firstDay)"),
        "done": .string("\(periods[months / 2].firstDay.adding(days: 9))"),
      ]
    ]
    let answers: JSON = [
      "name": "Answers within a week", "sites": [], "status": "active",
      "problem": "Questions in the network wait for three weeks, and some for ever.",
      "whyNow": "New members told us that silence is why they stopped asking.",
      "aim": [
        "text": "Nine of ten questions answered within seven days by spring.",
        "by": .string("\(today.adding(months: 5))"), "population": "All members",
      ],
      "roster": .array(sharedRoster(lead: steward)),
      "drivers": [
        ["id": "d1", "level": 1, "text": "Questions reach someone who knows"],
        ["id": "d1.1", "parent": "d1", "level": 2, "text": "Newcomers have a partner"],
      ],
      "barriers": [["text": "Coaches are the only ones who look daily"]],
    ]
    return [
      document(.project, Self.bundleProject, on: founded, by: coach(ofSite: 0), bundle),
      document(.project, Self.answersProject, on: founded, by: steward, answers),
    ]
  }

  private func sharedRoster(lead: String) -> [JSON] {
    let team: [(RosterRole, String)] = [
      (.executiveSponsor, steward), (.dayToDayLead, lead), (.improvementAdviser, staffId(5)),
      (.dataLead, staffId(1)), (.patientFamilyPartner, staffId(3)),
    ]
    return team.map { role, member in
      [
        "member": .string(member), "role": .string(role.rawValue), "from": .string("\(founded)"),
      ]
    }
  }
}
