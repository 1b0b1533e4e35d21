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
    var frame = link("Project", .project, cycle.project) + link("Site", .site, cycle.site)
    frame += link("Owner", .member, cycle.owner)
    frame += fields.lines(
      "changeIdea.text", "plannedStart", "plannedEnd", "actualStart", "actualEnd")
    frame += link("Idea from the commons", .resource, cycle.changeIdeaResource)
    frame += link("Follows on from", .cycle, cycle.parentCycle)
    frame += link("Copied from", .cycle, cycle.clonedFrom)
    var groups = [PageGroup("", missing(in: cycle)), PageGroup("", frame)]
    groups += [
      fields.group("Harm", beginningWith: "harm"), fields.group("Plan", beginningWith: "plan"),
      fields.group("Do", beginningWith: "do"), PageGroup("Study", studyLines(cycle, fields)),
      fields.group("Act", beginningWith: "act"), PageGroup("Ramp", try rampLines(cycle)),
      fields.group("Scale", beginningWith: "scale"),
      fields.group("How sure", beginningWith: "howSure"),
      PageGroup("Notes", try noteLines(about: cycle.id)), fields.about,
    ]
    return Page(target, title: cycle.title, subtitle: subtitle, groups: groups)
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

  /// Each prediction with what came of it, then what was learnt.
  private func studyLines(_ cycle: Cycle, _ fields: FieldGroups) -> [PageLine] {
    var lines: [PageLine] = []
    for (index, prediction) in cycle.predictions.enumerated() {
      guard let result = cycle.result(ofPrediction: index) else { continue }
      lines.append(.field(label: "Predicted", value: prediction.prediction))
      let matched = result.matched
      lines.append(
        .field(
          label: matched?.label ?? "Result", value: result.result ?? "",
          tone: matched == .yes ? .good : matched == .no ? .caution : .plain))
      if let learning = result.learning {
        lines.append(.field(label: "It teaches", value: learning))
      }
    }
    return lines + fields.lines("study.summary", "study.harm")
  }

  /// The chain of cycles that test one idea, with stage, size and decision.
  private func rampLines(_ cycle: Cycle) throws(CollaborationError) -> [PageLine] {
    guard let ramp = cycle.ramp else { return [] }
    let chain = try cycles().filter { $0.ramp == ramp && $0.project == cycle.project }
      .sorted { $0.begun < $1.begun }
    guard chain.count > 1 else { return [] }
    return chain.map { other in
      let state = [other.scaleWords, other.decision?.label ?? ""].filter { !$0.isEmpty }
      return .item(
        mark: other.stage.label,
        text: other.id == cycle.id ? "\(other.title) (this one)" : other.title,
        note: state.joined(separator: " · "), tone: other.id == cycle.id ? .strong : .plain,
        target: other.id == cycle.id ? nil : Target(.cycle, other.id))
    }
  }
}
