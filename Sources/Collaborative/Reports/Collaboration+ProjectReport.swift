import ControlCharts
import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A project on a page, and behind it as its annex what that page has no room for; as far as the
  /// reader may see it.
  ///
  /// - Complexity: O(the project's own documents), however many others there are.
  public func projectReport(_ id: DocumentID) throws(CollaborationError) -> Report {
    let project = Project(try document(id).tree)
    let file = try workFile(of: project)
    var sections = [
      ReportSection("Aim", aimBlocks(project, file)),
      ReportSection("Drivers and change ideas", driverBlocks(project, file)),
      ReportSection("Measures", try measureBlocks(project, file)),
      ReportSection("Cycles", cycleBlocks(project, file)),
      ReportSection("Predictions", file.cycles.isEmpty ? [] : predictionBlocks(of: file.cycles)),
      ReportSection("Quality of testing", try qualityBlocks(file.cycles)),
    ]
    let lessons = lessons(of: file.cycles)
    sections += [
      ReportSection("What we learnt", lessons.isEmpty ? [] : [.list(lessons)]),
      ReportSection("Barriers", barrierBlocks(project)),
      ReportSection("Milestones", milestoneBlocks(project)),
      ReportSection("Progress", progressBlocks([project])),
      ReportSection("Team", teamBlocks(project)),
      ReportSection("Next steps", nextBlocks(file)),
    ]
    let places = placeWords(project.siteIds)
    return Report(
      title: project.name,
      subtitle: ["Project on a page", places, project.status.label].filter { !$0.isEmpty }
        .joined(separator: " · "),
      colophon: colophon(), front: try frontPage(of: project, file), sections: sections)
  }

  /// For whom the report is, and what its reader should mind.
  func colophon() -> [String] {
    var lines = [
      "Written on \(clock.today.label) for \(principal.name). It holds only what this person may see."
    ]
    if principal.role.looksAfterTeams {
      lines.append(
        "Before you pass it on: what is marked “for coaches only” is not for the team, and what a "
          + "team shares with its coach is not for other sites.")
    } else {
      lines.append("Before you pass it on: what is open to the team only should stay there.")
    }
    return lines
  }

  private func aimBlocks(_ project: Project, _ file: WorkFile) -> [ReportBlock] {
    let aim = project.aim
    var blocks: [ReportBlock] = []
    if let text = aim.text { blocks.append(.paragraph(text)) }
    var facts = numberFacts(of: aim, file)
    if let measure = aim.measure { facts.append(ReportFact("Measured by", shownName(of: measure))) }
    facts += file.tiles.filter { $0.chart.measure.id == aim.measure }.prefix(3).map {
      ReportFact("Now at \($0.site)", $0.chart.finding)
    }
    let texts: [(String, String?)] = [
      ("For whom", aim.population), ("Problem", project.problem), ("Why now", project.whyNow),
      ("In scope", project.inScope.joined(separator: "; ")),
      ("Out of scope", project.outOfScope.joined(separator: "; ")),
    ]
    facts += texts.compactMap { label, text in
      text.flatMap { $0.isEmpty ? nil : ReportFact(label, $0) }
    }
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    return blocks + gaps(in: aim)
  }

  /// What the aim is in numbers: from what to what, and by when.
  func numberFacts(of aim: Aim, _ file: WorkFile) -> [ReportFact] {
    var facts: [ReportFact] = []
    let unit = file.tiles.first { $0.chart.measure.id == aim.measure }?.chart.measure.valueUnit
    func number(_ value: Double) -> String {
      [NumberText.short(value), unit ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    if let to = aim.to {
      let from = aim.from.map { "from \(number($0)) " } ?? ""
      facts.append(ReportFact("Number", "\(from)to \(number(to))"))
    }
    if let by = aim.by {
      let days = by.days(since: clock.today)
      let left = days < 0 ? "past" : "\(days) \(days == 1 ? "day" : "days") left"
      facts.append(ReportFact("By", "\(by.label) (\(left))"))
    }
    return facts
  }

  /// What an aim needs and does not say yet.
  func gaps(in aim: Aim) -> [ReportBlock] {
    let missing = [
      aim.text == nil ? "what it wants to reach" : nil, aim.to == nil ? "a number" : nil,
      aim.by == nil ? "a date" : nil,
    ].compactMap(\.self)
    guard !missing.isEmpty else { return [] }
    return [.advice("The aim does not say \(missing.joined(separator: ", ")) yet: e in Projects.")]
  }

  /// Drivers that stand deeper are shown at this level: what is deeper is a list, not a diagram.
  private static let deepestDriver = 8

  private func driverBlocks(_ project: Project, _ file: WorkFile) -> [ReportBlock] {
    let lines = driverLines(project, file)
    guard !lines.isEmpty else {
      return [.advice("No driver yet. What would have to change for the aim to be reached?")]
    }
    return [.drivers(DriverOutline(aim: project.aim.text ?? project.name, lines: lines))]
  }

  func driverLines(_ project: Project, _ file: WorkFile) -> [DriverOutline.Line] {
    let rows = ProjectTree(project, cycles: file.cycles, places: "").rows
    return rows.compactMap { row -> DriverOutline.Line? in
      switch row.kind {
      case .driver, .idea:
        DriverOutline.Line(
          depth: min(max(1, row.depth), Self.deepestDriver), text: row.text,
          isIdea: row.kind == .idea, note: row.note)
      case .project, .aim, .cycle: nil
      }
    }
  }

  private func measureBlocks(
    _ project: Project, _ file: WorkFile
  ) throws(CollaborationError) -> [ReportBlock] {
    guard !project.measureIds.isEmpty else {
      return [
        .advice(
          "The project names no measure, so nobody can see yet whether a change helps: choose one "
            + "that tells, or define a new one.")
      ]
    }
    var blocks = try numberBlocks(file.tiles)
    let reported = Set(
      file.tiles.filter { $0.chart.latest != nil }.map(\.chart.measure.id))
    let silent = project.measureIds.filter { !reported.contains($0) }
    if !silent.isEmpty {
      blocks.append(
        .advice(
          "No number yet for \(silent.map(shownName).joined(separator: ", ")): o in Measures "
            + "enters the first."))
    }
    return blocks
  }

  private func cycleBlocks(_ project: Project, _ file: WorkFile) -> [ReportBlock] {
    if file.cycles.isEmpty {
      return [.advice("No cycle yet. a in Cycles plans the first: one patient, one day.")]
    }
    return rampBlocks(file.cycles)
  }

  private func barrierBlocks(_ project: Project) -> [ReportBlock] {
    guard !project.barriers.isEmpty else { return [] }
    return [
      .table(
        ReportTable(
          "What stands in the way", headers: ["Barrier", "What is done about it"],
          rows: project.barriers.map { barrier in
            [ReportCell(barrier.text), ReportCell(barrier.mitigation ?? "nothing noted yet")]
          }))
    ]
  }

  private func milestoneBlocks(_ project: Project) -> [ReportBlock] {
    guard !project.milestones.isEmpty else { return [] }
    let sorted = project.milestones.enumerated().sorted { left, right in
      (left.element.due?.daysSince1970 ?? Int.max, left.offset)
        < (right.element.due?.daysSince1970 ?? Int.max, right.offset)
    }.map(\.element)
    return [
      .list(
        sorted.map { milestone in
          let isLate = milestone.due.map { $0 < clock.today } ?? false
          let due = milestone.due.map { "due \($0.label)" } ?? ""
          return switch milestone.done {
          case .open: ReportItem(mark: isLate ? "late" : "open", milestone.what, note: due)
          case .done(let day):
            ReportItem(
              mark: "done", milestone.what,
              note: [day?.label ?? "", due].filter { !$0.isEmpty }.joined(separator: ", "))
          }
        })
    ]
  }

  private func teamBlocks(_ project: Project) -> [ReportBlock] {
    let today = clock.today
    let held = project.roster.filter { $0.isHeld(on: today) && !$0.member.isEmpty }
    let gaps = openRoles(of: project)
    return [
      .table(
        ReportTable(
          "Who does what", headers: ["Role", "Who", "Since"],
          rows: held.map { entry in
            [
              ReportCell(entry.role.label), ReportCell(shownName(of: entry.member)),
              ReportCell(entry.from?.label ?? ""),
            ]
          } + gaps.map { [ReportCell($0.label), "nobody yet", ReportCell([])] }))
    ]
  }

  private func nextBlocks(_ file: WorkFile) -> [ReportBlock] {
    let open = openToDos(file)
    var blocks: [ReportBlock] = []
    if !open.isEmpty { blocks.append(.table(table("To do", of: open, among: file.notes))) }
    let questions = openQuestions(among: file.notes)
    if !questions.isEmpty { blocks.append(.list(questions)) }
    if blocks.isEmpty {
      blocks.append(.advice("Nothing is on the list. What do you want to learn next?"))
    }
    return blocks
  }
}
