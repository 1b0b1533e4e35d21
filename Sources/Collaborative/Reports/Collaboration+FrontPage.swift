import ControlCharts
import DocumentStore
import Improvement
import Insights

/// The project on a page: what fits on one sheet of A4, so that it is read by whoever has a minute.
extension Collaboration {
  /// How much of each there is room for; what is left out is said, and stands in the annex.
  private enum Room {
    static let aim = 220
    static let driverLines = 9
    static let sites = 2
    static let cycles = 4
    static let lessons = 3
    static let steps = 4
    static let item = 75
    static let note = 120
  }

  func frontPage(
    of project: Project, _ file: WorkFile
  ) throws(CollaborationError) -> [ReportSection] {
    [
      ReportSection("Aim", frontAim(project, file)),
      ReportSection("Drivers", frontDrivers(project, file)),
      try frontOutcome(project, file),
      ReportSection("Cycles", frontCycles(file)),
      ReportSection("What we learnt", frontLessons(file)),
      ReportSection("Next steps", frontSteps(file)),
    ]
  }

  private func frontAim(_ project: Project, _ file: WorkFile) -> [ReportBlock] {
    let aim = project.aim
    var blocks: [ReportBlock] = []
    if let text = aim.text { blocks.append(.paragraph(text.shortened(to: Room.aim))) }
    var facts = numberFacts(of: aim, file)
    if let measure = aim.measure { facts.append(ReportFact("Measured by", shownName(of: measure))) }
    if let problem = project.problem {
      facts.append(ReportFact("Problem", problem.shortened(to: Room.note)))
    }
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    return blocks + gaps(in: aim)
  }

  /// The diagram as far as it can be read on a part of a page: without its ideas, or its primary
  /// drivers alone, where there are many.
  private func frontDrivers(_ project: Project, _ file: WorkFile) -> [ReportBlock] {
    let all = driverLines(project, file)
    guard !all.isEmpty else {
      return [.advice("No driver yet. What would have to change for the aim to be reached?")]
    }
    let drivers = all.filter { !$0.isIdea }
    let primary = drivers.filter { $0.depth == 1 }
    let fitting = [all, drivers, primary].first { $0.count <= Room.driverLines }
    let shown = fitting ?? Array(primary.prefix(Room.driverLines))
    let aim = (project.aim.text ?? project.name).shortened(to: Room.note)
    var blocks: [ReportBlock] = [
      .drivers(
        DriverOutline(
          aim: aim,
          lines: shown.map { line in
            var line = line
            line.text = line.text.shortened(to: Room.item)
            return line
          }))
    ]
    if shown.count < all.count {
      let ideas = all.count { $0.isIdea }
      let left =
        shown.count == drivers.count
        ? "\(ideas) change \(ideas == 1 ? "idea is" : "ideas are")"
        : "\(all.count - shown.count) more drivers and ideas are"
      blocks.append(.paragraph("\(left) in the annex."))
    }
    return blocks
  }

  /// The chart of the aim's measure; where it has none, of what matters most to patients.
  private func frontOutcome(
    _ project: Project, _ file: WorkFile
  ) throws(CollaborationError) -> ReportSection {
    let charted = file.tiles.filter { $0.chart.chart != nil }
    let aimed = charted.filter { $0.chart.measure.id == project.aim.measure }
    guard let tile = aimed.first ?? charted.first else {
      return ReportSection(
        "Outcome", [.advice("No number yet, so nobody can see whether the changes help.")])
    }
    var chart = try reportChart(tile)
    chart.caption = Array(chart.caption.prefix(1))
    var blocks: [ReportBlock] = [.chart(chart)]
    let others = (aimed.isEmpty ? charted : aimed).dropFirst()
    let same = others.filter { $0.chart.measure.id == tile.chart.measure.id }
    for other in same.prefix(Room.sites) {
      blocks.append(.facts([ReportFact(other.site, other.chart.finding.shortened(to: Room.note))]))
    }
    if charted.count > 1 + min(same.count, Room.sites) {
      blocks.append(.paragraph("The annex has \(charted.count) charts."))
    }
    return ReportSection("Outcome", blocks)
  }

  /// How many there are and where they stand, then the latest, the newest first.
  private func frontCycles(_ file: WorkFile) -> [ReportBlock] {
    guard !file.cycles.isEmpty else {
      return [.advice("No cycle yet. a in Cycles plans the first: one patient, one day.")]
    }
    let stages = CycleStage.allCases.compactMap { stage -> String? in
      let count = file.cycles.count { $0.stage == stage }
      return count == 0 ? nil : "\(count) in \(stage.label)"
    }
    let latest = file.cycles.suffix(Room.cycles).reversed().map { cycle in
      ReportItem(
        mark: cycle.decision?.label ?? cycle.stage.label, cycle.title.shortened(to: Room.item),
        note: [cycle.scaleWords, (cycle.actualStart ?? cycle.plannedStart)?.label ?? ""]
          .filter { !$0.isEmpty }.joined(separator: ", "))
    }
    let count = file.cycles.count
    let all = "\(count) \(count == 1 ? "cycle" : "cycles"): \(stages.joined(separator: ", "))."
    return [.paragraph(latest.count < count ? "\(all) The latest:" : all), .list(latest)]
  }

  private func frontLessons(_ file: WorkFile) -> [ReportBlock] {
    let lessons = lessons(of: file.cycles)
    guard !lessons.isEmpty else {
      return [.advice("Nothing noted yet. What did the last test teach?")]
    }
    return [
      .list(
        lessons.suffix(Room.lessons).reversed().map { lesson in
          ReportItem(
            mark: lesson.mark, lesson.text.shortened(to: Room.item),
            note: lesson.note.shortened(to: Room.note))
        })
    ]
  }

  private func frontSteps(_ file: WorkFile) -> [ReportBlock] {
    let open = openToDos(file)
    let steps = open.prefix(Room.steps).map { toDo in
      let who = toDo.who.map(shownName) ?? ""
      let due = toDo.due.map { "by \($0.label)" } ?? ""
      return ReportItem(
        mark: toDo.isLate(on: clock.today) ? "Past due" : "",
        words(of: toDo, among: file.notes).shortened(to: Room.item),
        note: [who, due].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    guard !steps.isEmpty else {
      return [.advice("Nothing is on the list. What do you want to learn next?")]
    }
    let left = open.count - steps.count
    return [.list(steps)] + (left == 0 ? [] : [.paragraph("\(left) more in the annex.")])
  }
}

extension String {
  /// The text cut at a word's end so that it is no longer than so many characters.
  func shortened(to length: Int) -> String {
    guard count > length else { return self }
    let cut = prefix(length)
    let end = cut.lastIndex { $0.isWhitespace } ?? cut.endIndex
    return cut[..<end] + "…"
  }
}
