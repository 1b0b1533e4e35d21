import Improvement
import JSONTree

extension World {
  func plan(_ sketch: CycleSketch, owner: String, index: Int) -> JSON {
    let made = stampText(sketch.start.adding(days: sketch.isPredictedLate ? 9 : -3))
    let name = sketch.idea.name.prefix(1).lowercased() + sketch.idea.name.dropFirst()
    let objective =
      switch (sketch.purpose, sketch.size) {
      case (.collect, _): "Find out how it is done now, before we try anything else."
      case (_, 0): "Does it hold when everybody does it, also at nights and weekends?"
      case (_, 1): "Can it be done at all, with one of the \(sketch.idea.unit), here and tomorrow?"
      case (_, 5): "Does it work for five \(sketch.idea.unit) in a row, with another colleague?"
      default: "Does it still work with \(sketch.size) \(sketch.idea.unit), on busy days as well?"
      }
    var plan: JSON = [
      "objective": .string(objective), "theory": .string(sketch.idea.theory),
      "dataPlan": .string("A tally sheet next to where it happens: done, not done, why."),
      "stopCriteria": .string("If anyone is worried about safety, or it takes over ten minutes."),
      "tasks": [
        [
          "what": .string("Get everything ready for: \(name)"), "who": .string(owner),
          "when": .string("\(sketch.start)"), "where": .string("On site"),
          "done": .bool(sketch.stage > .plan),
        ],
        [
          "what": "Tell the next shift why we test, not only what", "who": .string(owner),
          "when": .string("\(sketch.start.adding(days: 1))"), "done": .bool(sketch.stage > .do),
        ],
      ],
    ]
    guard sketch.isPredicted else { return plan }
    var prediction: JSON = [
      "question": .string(sketch.size == 1 ? "Will it go as planned?" : "How often will it work?"),
      "prediction": .string(Self.prediction(sketch)), "madeAt": .string(made),
    ]
    if sketch.size != 1 { prediction["expectedValue"] = JSON([0: 85, 5: 80][sketch.size] ?? 84) }
    plan["predictions"] = [prediction]
    if sketch.size >= 25 || sketch.size == 0 {
      plan["predictions.1" as JSONPath] = [
        "question": "Will anyone mind?", "madeAt": .string(made),
        "prediction": "Nobody will ask us to stop, and at least one person will thank us.",
      ]
    }
    return plan
  }

  private func stampText(_ day: CalendarDate) -> String { "\(held(day))T11:30:00Z" }

  private static func expected(_ sketch: CycleSketch) -> Int {
    switch sketch.size {
    case 0: 85
    case 1: 1
    case 5: 4
    default: sketch.size * 84 / 100
    }
  }

  private static func prediction(_ sketch: CycleSketch) -> String {
    switch sketch.size {
    case 0: "After two months it is done in at least 85 of 100 cases."
    case 1: "It can be done without delay, and the person would want it again."
    default: "At least \(expected(sketch)) of \(sketch.size) \(sketch.idea.unit) as planned."
    }
  }

  func doing(_ sketch: CycleSketch, owner: String, index: Int) -> JSON {
    let day = held(sketch.start.adding(days: 2))
    var doing: JSON = [
      "carriedOutAsPlanned": .bool(index % 3 != 1),
      "observations": [
        [
          "at": .string("\(day)T10:15:00Z"), "by": .string(owner),
          "text": .string(Self.observations[(index * 3 + sketch.size) % Self.observations.count]),
        ]
      ],
    ]
    if index % 3 == 1 {
      doing["deviations"] = ["We began a day late, because two colleagues were ill."]
    }
    if sketch.size == 5 || sketch.size == 0 {
      doing["unexpected"] = [.string(sketch.idea.surprise)]
    }
    return doing
  }

  private static let observations = [
    "The first one took long, the next ones were quick.",
    "Two people asked what it is for; the short answer was enough.",
    "The early shift did it without being reminded; the late shift had not heard of it.",
    "It helped that everything lay ready.", "A patient explained it to the next patient.",
    "We forgot it when the phone rang, and remembered it afterwards.",
    "The student noticed what we had stopped seeing.",
  ]

  func study(_ sketch: CycleSketch, succeeded: Int, index: Int) -> JSON {
    let expected = Self.expected(sketch)
    let matched: PredictionMatch =
      succeeded >= expected ? .yes : succeeded * 4 >= expected * 3 ? .partly : .no
    let lesson = sketch.idea.lessons[index % sketch.idea.lessons.count]
    var study: JSON = ["summary": .string(lesson)]
    guard sketch.isPredicted else { return study }
    let result =
      switch sketch.size {
      case 0: "Done in \(succeeded) of 100 cases looked at."
      case 1: succeeded == 1 ? "It went as planned." : "It did not go as planned the first time."
      default: "\(succeeded) of \(sketch.size) \(sketch.idea.unit) as planned."
      }
    var first: JSON = [
      "prediction": 0, "result": .string(result), "matched": .string(matched.rawValue),
    ]
    if sketch.size > 1 { first["value"] = JSON(succeeded * 100 / sketch.size) }
    if matched != .yes { first["learning"] = .string(lesson) }
    study["results"] = [first]
    if sketch.size >= 25 || sketch.size == 0 {
      study["results.1" as JSONPath] = [
        "prediction": 1, "result": "Nobody asked us to stop; three people thanked us.",
        "matched": index % 4 == 3 ? "partly" : "yes",
        "learning": "Thanks came from people we had not thought of.",
      ]
    }
    return study
  }

  func act(_ sketch: CycleSketch, index: Int) -> JSON {
    let rationale =
      switch sketch.decision {
      case .adopt: "It works at this size, and nobody wants to go back."
      case .adapt: "Right idea, wrong moment of the day: we change that and test again."
      case .abandon: "It cost more than it gave. \(sketch.idea.lessons[0]) We keep that."
      case .scaleUp: "It held with few; now with more, and on worse days."
      case .repeat: "One try tells too little. The same again, with another colleague."
      }
    var act: JSON = [
      "decision": .string(sketch.decision.rawValue), "rationale": .string(rationale),
    ]
    if sketch.decision == .adopt, let resource = sketch.resource {
      act["sharedAsResource"] = .string(ideaId(resource.theme, resource.idea))
    }
    return act
  }
}
