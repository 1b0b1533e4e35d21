import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Widgets

/// Forms about a shared resource, and what becomes of what was typed into them.
extension Collaboration {
  private static let stage = "adoption.stage"

  func commonsForm(_ subject: CommonsSubject) throws(CollaborationError) -> FormContent {
    switch subject {
    case .tryOut(let resource, let project):
      try tryOutForm(Resource(document(resource).tree), in: project)
    case .suggestion(let resource): try suggestionForm(Resource(document(resource).tree))
    case .question(let resource): try questionForm(Resource(document(resource).tree))
    case .move(let move): moveForm(move)
    }
  }

  func saveCommonsForm(
    _ subject: CommonsSubject, _ values: [String: String]
  ) throws(CollaborationError) -> Outcome {
    switch subject {
    case .tryOut(let resource, _):
      var typed = values
      let stage = typed.removeValue(forKey: Self.stage).flatMap(AdoptionStage.init) ?? .testing
      return try tryOut(resource, stage: stage, NewCycleValues(typed).assignments)
    case .suggestion(let resource):
      return try suggest(
        resource, to: values["target.id"] ?? "", words: values["body"] ?? "")
    case .question(let resource):
      return try ask(values["to"] ?? "", about: resource, words: values["body"] ?? "")
    case .move(let change):
      return try move(change.adoption, to: change.to, words: values[change.wordsField] ?? "")
    }
  }

  /// The try-out with its first small cycle: what to learn, what to expect, when, and why it should
  /// work; project, site and measure follow from where the person stands.
  private func tryOutForm(
    _ resource: Resource, in project: String?
  ) throws(CollaborationError) -> FormContent {
    var tree: JSON = [
      "changeIdea": [
        "text": .string(resource.plainSummary ?? resource.title), "resource": .string(resource.id),
        "version": JSON(resource.version),
      ],
      "ramp": .string(resource.title), "scale": ["patients": 1],
      "plan": ["objective": .string(resource.firstQuestion)],
      "plannedStart": .string(clock.today.description),
    ]
    tree["plan.theory" as JSONPath] = resource.theory.map(JSON.string)
    tree["project"] = project.map(JSON.string)
    try assumePlace(in: &tree, measure: nil)
    let advice =
      resource.howToStartSmall.map { "How to start small: \($0)" }
      ?? "The first test of an idea is about one patient, one colleague, once."
    let running = try tree["site"]?.string.flatMap { (site) throws(CollaborationError) in
      try runningTryOut(of: resource.id, at: site)
    }
    // Who tries or uses it already is not taken back by one more test.
    if let running, running.stage != .aware, running.stage != .considering {
      return try formForCycle(
        tree, title: "Try it here: \(resource.title)", with: ["plan.theory"],
        advice:
          "\(name(of: running.site)) has it already (\(running.stage.word)): this cycle tests "
          + "it further. \(advice)")
    }
    var content = try formForCycle(
      tree, title: "Try it here: \(resource.title)", with: ["plan.theory", Self.stage],
      advice: advice)
    content.fields.append(
      FormField(
        id: Self.stage, label: "How far are you?",
        help: "You are asked again when the cycle is decided.",
        input: .choice(
          [AdoptionStage.testing, .considering].map {
            FormField.Choice($0.rawValue, $0.label)
          })))
    content.values[Self.stage] = AdoptionStage.testing.rawValue
    content.original[Self.stage] = AdoptionStage.testing.rawValue
    content.focus = "plan.predictions.0.prediction"
    return content
  }

  private func suggestionForm(_ resource: Resource) throws(CollaborationError) -> FormContent {
    let teams = try ownProjects().filter { $0.status == .active || $0.status == .planned }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    guard let first = teams.first else { throw .noTeamToSuggestTo }
    return FormContent(
      title: "Suggest: \(resource.title)",
      fields: [
        FormField(
          id: "target.id", label: "To which team?", help: "Its lead finds it on Today.",
          isRequired: true, input: .picker(title: "Team")),
        FormField(
          id: "body", label: "Why could it help?",
          help: "A sentence is enough, e.g. Two families asked for it last week.",
          isRequired: true, input: .longText),
      ], values: ["target.id": first.id, "body": ""],
      choices: ["target.id": teams.map { FormField.Choice($0.id, $0.name) }], focus: "body",
      advice: "The lead answers yes, not now or no, and says why; you read it on your Today.")
  }

  private func questionForm(_ resource: Resource) throws(CollaborationError) -> FormContent {
    let people = try witnesses(of: resource.id)
    guard let first = people.first else { throw .nobodyToAsk(title: resource.title) }
    return FormContent(
      title: "Ask about: \(resource.title)",
      fields: [
        FormField(
          id: "to", label: "Whom?", help: "People of sites that tried it, who agreed to be asked.",
          isRequired: true, input: .picker(title: "Who tried it")),
        FormField(
          id: "body", label: "What do you want to know?",
          help: "e.g. Who filled the warmer at night?", isRequired: true, input: .longText),
      ], values: ["to": first.member, "body": ""],
      choices: ["to": people.map { FormField.Choice($0.member, $0.words) }], focus: "body",
      advice: "They find it on their Today; the answer comes back to yours.")
  }

  private func moveForm(_ move: AdoptionMove) -> FormContent {
    let isStopped = move.to == .abandoned
    return FormContent(
      title: "How far is it?",
      fields: [
        FormField(
          id: move.wordsField, label: isStopped ? "Why was it stopped?" : "What did you adapt?",
          help: isStopped
            ? "Others learn most from this, e.g. No one to fill the warmer at night."
            : "e.g. Two blankets for elderly patients.", isRequired: isStopped, input: .longText)
      ], values: [move.wordsField: move.reason ?? ""],
      advice: "\(move.question) "
        + (isStopped
          ? "^s notes it for everybody who looks at the idea; Esc leaves the try-out as it is."
          : "^s notes it; Esc leaves the try-out as it is. A on the idea’s page shares your version.")
    )
  }

  /// The answer to a suggestion: yes, not now or no, and why.
  func suggestionAnswerForm(_ note: Note, _ preset: [String: String]) -> FormContent {
    FormContent(
      title: "Answer: \(note.suggestedResource.map(name) ?? "")",
      fields: [
        FormField(
          id: "answer", label: "Do you try it?", help: "A yes can begin with a first small cycle.",
          isRequired: true,
          input: .choice(
            SuggestionAnswer.allCases.map { FormField.Choice($0.rawValue, $0.label) })),
        FormField(
          id: "body", label: "Why?", help: "Whoever suggested it reads this.", isRequired: true,
          input: .longText),
      ], values: preset.merging(["answer": "", "body": ""]) { old, _ in old })
  }
}

extension AdoptionMove {
  /// The field of the try-out that its words stand in.
  fileprivate var wordsField: String { to == .abandoned ? "reasonStopped" : "whatWasAdapted" }
}
