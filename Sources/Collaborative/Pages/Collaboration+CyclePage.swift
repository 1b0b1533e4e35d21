import ControlCharts
import DocumentStore
import Improvement

extension Collaboration {
  /// A cycle's four stages as one readable page, with its ramp and the quality of its testing.
  func cyclePage(
    _ cycle: Cycle, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let subtitle = [
      "PDSA cycle", cycle.stage.label, cycle.decision?.label ?? "", cycle.scaleWords,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let chain = try ramp(of: cycle)
    var groups = [
      PageGroup("", missing(in: cycle)), PageGroup("", try frameLines(cycle, fields)),
      fields.group("Harm", beginningWith: "harm"), PageGroup("Plan", planLines(cycle, fields)),
      fields.group("Do", beginningWith: "do"), PageGroup("Study", studyLines(cycle, fields)),
      fields.group("Act", beginningWith: "act"), PageGroup("Ramp", rampLines(chain, of: cycle)),
    ]
    groups += [
      fields.group("Scale", beginningWith: "scale"),
      fields.group("How sure", beginningWith: "howSure"),
      PageGroup("Quality of testing", try qualityLines(cycle, chain)),
      PageGroup("Notes", try noteLines(about: cycle.id)), fields.about,
    ]
    var page = Page(target, title: cycle.title, subtitle: subtitle, groups: groups)
    page.stage = cycle.stage
    return page
  }

  /// Where the cycle belongs, who does it and when.
  private func frameLines(
    _ cycle: Cycle, _ fields: FieldGroups
  ) throws(CollaborationError) -> [PageLine] {
    var frame = link("Project", .project, cycle.project) + link("Site", .site, cycle.site)
    frame += link("Owner", .member, cycle.owner) + fields.lines("testers", "purpose")
    if let id = cycle.driver {
      let project = project(cycle.project)
      let driver = project?.drivers.first { $0.id == id }
      frame.append(.field(label: "Driver", value: driver?.text ?? id))
    }
    frame += fields.lines("changeIdea.text")
    frame += link("Idea from the commons", .resource, cycle.changeIdeaResource)
    frame += fields.lines("plannedStart", "plannedEnd", "actualStart", "actualEnd")
    frame += link("Follows on from", .cycle, cycle.parentCycle)
    frame += link("Copied from", .cycle, cycle.clonedFrom)
    return frame
  }

  /// What the present stage still wants, as advice.
  private func missing(in cycle: Cycle) -> [PageLine] {
    let gaps = StageAdvice.missing(in: cycle)
    guard !gaps.isEmpty else { return [] }
    let labels = gaps.map { gap in
      let field = try? DocumentType.cycle.table.field(at: gap.path)
      return "“\(field?.label ?? gap.path.description)”"
    }
    return [
      .paragraph(
        "Still open in \(cycle.stage.label): \(labels.joined(separator: ", ")).", tone: .caution)
    ]
  }

  private func planLines(_ cycle: Cycle, _ fields: FieldGroups) -> [PageLine] {
    // A title that was taken from the objective says it already, unless it had to be cut.
    let saysObjective = cycle.objective == cycle.title
    var lines = saysObjective ? [] : fields.lines("plan.objective")
    lines += fields.lines("plan.theory")
    for prediction in cycle.predictions {
      let expected = prediction.expectedValue.map { "expected \($0.shortText)" }
      let parts = [
        prediction.question ?? "", expected ?? "", prediction.measure.map(shownName) ?? "",
        prediction.isLate(for: cycle) ? "written down after the start" : "",
      ]
      lines.append(
        .item(
          mark: "Prediction", text: prediction.prediction,
          note: parts.filter { !$0.isEmpty }.joined(separator: " · ")))
    }
    lines += cycle.tasks.map { task in
      let isLate = !task.done.isDone && task.when.map { $0 < clock.today } ?? false
      let parts = [
        task.who.map(shownName) ?? "", task.when?.label ?? "", task.where ?? "",
      ]
      return .item(
        mark: task.done.isDone ? "done" : isLate ? "late" : "to do", text: task.what,
        note: parts.filter { !$0.isEmpty }.joined(separator: " · "),
        tone: isLate ? .caution : .plain)
    }
    return lines + fields.lines("plan.dataPlan", "plan.stopCriteria")
  }

  /// Each prediction with what came of it, then results that nobody predicted, then what was
  /// learnt.
  private func studyLines(_ cycle: Cycle, _ fields: FieldGroups) -> [PageLine] {
    var lines: [PageLine] = []
    var told: Set<PredictionResult> = []
    for (index, prediction) in cycle.predictions.enumerated() {
      guard let result = cycle.result(ofPrediction: index) else { continue }
      told.insert(result)
      lines.append(.field(label: "Predicted", value: prediction.prediction))
      lines += resultLines(result)
    }
    for result in cycle.results where !told.contains(result) { lines += resultLines(result) }
    return lines + fields.lines("study.summary", "study.harm")
  }

  private func resultLines(_ result: PredictionResult) -> [PageLine] {
    let value = [result.result ?? "", result.value?.shortText ?? ""].filter { !$0.isEmpty }
    let tone: Tone =
      switch result.matched {
      case .yes: .good
      case .no: .caution
      case .partly, .unknown, nil: .plain
      }
    var lines: [PageLine] = [
      .field(
        label: result.matched?.label ?? "Result", value: value.joined(separator: " · "),
        tone: tone)
    ]
    if let learning = result.learning { lines.append(.field(label: "It teaches", value: learning)) }
    return lines
  }

  /// The five features of good testing, each with what it rests on. Advice.
  private func qualityLines(
    _ cycle: Cycle, _ chain: Ramp
  ) throws(CollaborationError) -> [PageLine] {
    let judgements =
      TestingQuality.judgements(of: cycle) + [
        RampQuality.iterative(chain),
        RampQuality.dataOverTime(chain, try series(tellingOf: chain), today: clock.today),
      ]
    return judgements.map { judgement in
      let mark =
        switch judgement.verdict {
        case .met: "yes"
        case .notMet: "no"
        case .notYet: "not yet"
        case .notAsked: "not asked"
        }
      return .item(
        mark: mark, text: judgement.feature.words, note: judgement.evidence.description,
        tone: judgement.verdict == .met ? .good : .plain)
    }
  }
}

extension TestingFeature {
  /// One word for a list of them.
  var words: String {
    switch self {
    case .documented: "Documented"
    case .predicted: "Predicted"
    case .small: "Small"
    case .iterative: "Iterative"
    case .dataOverTime: "Data over time"
    }
  }
}

extension Double {
  fileprivate var shortText: String { NumberText.short(self) }
}
