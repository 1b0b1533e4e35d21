import Improvement
import JSONTree

extension World {
  func cycles(ofSite site: Int) -> [JSON] {
    documents(
      sketches(ofSite: site), numberedFrom: site * 20, project: projectId(site), site: site)
  }

  /// The cycles of the project of several sites, and of the network's own.
  var sharedCycles: [JSON] {
    let ideas = Theme.woundInfections.ideas
    // What worked at the first site goes round after it was in use there.
    let start = changeDay(ofSite: 0).adding(days: 20)
    let bundle = (0..<8).map { number in
      CycleSketch(
        idea: ideas[number / 4], resource: (0, number / 4),
        parent: number % 4 == 0 ? nil : number - 1, size: [1, 5, 25, 0][number % 4],
        purpose: number % 4 == 3 ? .spread : .test, stage: number == 7 ? .plan : .closed,
        start: number == 7 ? today.adding(days: 12) : start.adding(days: number * 38),
        decision: [.adapt, .scaleUp, .adopt, .adopt][number % 4])
    }
    let answers = (0..<4).map { number in
      CycleSketch(
        idea: Self.questionPartners, parent: number == 0 ? nil : number - 1,
        size: [1, 5, 25, 25][number], stage: [.closed, .closed, .act, .plan][number],
        start: today.adding(days: [-110, -70, -36, 9][number]),
        decision: number == 0 ? .adapt : .scaleUp)
    }
    return documents(
      bundle, numberedFrom: 800_000_000, project: projectId(Self.bundleProject), site: 0)
      + documents(
        answers, numberedFrom: 800_000_100, project: projectId(Self.answersProject), site: nil)
  }

  private static let questionPartners = Idea(
    name: "A partner for every newcomer", kind: .changeIdea,
    change: "Each new member gets a partner who answers the first three questions.",
    theory: "If a person feels responsible, then questions are answered within days.",
    unit: "newcomers",
    lessons: [
      "Partners from the same kind of site answer twice as fast.",
      "Three questions are a good number: then people know others.",
    ], surprise: "Partners said that they learnt more than the newcomers.",
    avoid: "Do not choose partners by alphabet.")

  private func documents(
    _ sketches: [CycleSketch], numberedFrom first: Int, project: String, site: Int?
  ) -> [JSON] {
    func created(_ sketch: CycleSketch) -> CalendarDate { held(sketch.start.adding(days: -5)) }
    let ids = sketches.enumerated().map { stamp(.cycle, first + $0, on: created($1)).id }
    return sketches.enumerated().map { index, sketch in
      var random = Randomness(seed: seed, .cycles, first + index)
      let owner = site.map { memberId(site: $0, [0, 1, 5, 4][index % 4]) } ?? steward
      var fields = frame(sketch, index: index, owner: owner)
      fields["project"] = .string(project)
      if let site { fields["site"] = .string(siteId(site)) }
      if let parent = sketch.parent { fields["parentCycle"] = .string(ids[parent]) }
      fields["testers"] = JSON(strings: site.map { [memberId(site: $0, 1)] } ?? [staffId(3)])
      fields["plan"] = plan(sketch, owner: owner, index: index)
      if sketch.stage > .plan {
        let result = Self.succeeded(of: sketch, &random)
        fields["do"] = doing(sketch, owner: owner, index: index)
        if sketch.stage > .do {
          fields["study"] = study(sketch, succeeded: result, index: index)
        }
        if sketch.stage == .closed || (sketch.stage == .act && index % 2 == 1) {
          fields["act"] = act(sketch, index: index)
          if let next = sketches.indices.first(where: { sketches[$0].parent == index }) {
            fields["act.nextCycle" as JSONPath] = .string(ids[next])
          }
        }
      }
      return document(.cycle, first + index, on: created(sketch), by: owner, fields)
    }
  }

  private func frame(_ sketch: CycleSketch, index: Int, owner: String) -> JSON {
    let end = sketch.start.adding(days: sketch.days)
    var fields: JSON = [
      "title": .string(Self.title(sketch)), "ramp": .string(sketch.idea.name),
      "owner": .string(owner), "stage": .string(sketch.stage.rawValue),
      "purpose": .string(sketch.purpose.rawValue), "driver": "d1",
      "changeIdea": ["text": .string(sketch.idea.change)],
      "plannedStart": .string("\(held(sketch.start, orLater: sketch.stage == .plan))"),
      "plannedEnd": .string("\(max(end, held(sketch.start, orLater: true)))"),
      "scale": ["setting": .string(Self.settings[index % Self.settings.count])],
      "howSure": [
        "before": [
          "degreeOfBelief": .string(sketch.size == 1 ? "low" : "high"),
          "costOfFailure": .string(sketch.size >= 25 ? "large" : "small"),
          "commitment": .string(sketch.size == 5 ? "some" : "strong"),
        ]
      ],
    ]
    if sketch.size > 0 { fields["scale.patients" as JSONPath] = JSON(sketch.size) }
    if let resource = sketch.resource {
      fields["changeIdea.resource" as JSONPath] = .string(ideaId(resource.theme, resource.idea))
    }
    if sketch.stage > .plan {
      let begun = held(sketch.start)
      fields["actualStart"] = .string("\(begun)")
      if sketch.stage > .do {
        fields["actualEnd"] = .string("\(max(begun, held(end.adding(days: index % 3))))")
      }
    }
    if let harm = sketch.harm {
      fields["harm"] = ["what": .string(harm), "when": .string("\(today.adding(days: -4))")]
    }
    return fields
  }

  private func held(_ day: CalendarDate, orLater isOpen: Bool) -> CalendarDate {
    isOpen ? max(day, founded) : held(day)
  }

  private static let settings = [
    "Weekdays, early shift", "Monday morning", "One weekend", "All shifts for a week", "Room 3",
  ]

  private static func title(_ sketch: CycleSketch) -> String {
    let name = sketch.idea.name
    if sketch.purpose == .collect { return "\(name): how is it done now?" }
    switch sketch.size {
    case 0: return sketch.purpose == .spread ? "\(name): to all sites" : "\(name): in daily use"
    case 1: return "\(name): one first try"
    default: return "\(name): \(sketch.size) \(sketch.idea.unit)"
    }
  }

  /// How many of those tested went as planned; of an implementation, percent.
  private static func succeeded(of sketch: CycleSketch, _ random: inout Randomness) -> Int {
    switch sketch.size {
    case 0: random.number(in: 74...96)
    case 1: random.share() < 0.6 ? 1 : 0
    default: random.binomial(sketch.size, 0.8)
    }
  }
}
