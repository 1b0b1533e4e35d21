import ControlCharts
import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The tag by which the notes of meetings are told from other decisions.
  static let meetingTag = "meeting"
  /// A cycle that ends within so many days is talked about.
  private static let soonDays = 7
  /// How many cycles a meeting lists.
  private static let mostCycles = 60

  /// The meeting about a project, on a day; without a project about the first of one's own that has
  /// something to talk about.
  ///
  /// - Complexity: O(documents of the project and points at its sites).
  public func meeting(
    about id: DocumentID?, on day: CalendarDate? = nil
  ) throws(CollaborationError) -> Meeting {
    let own = try ownProjects().filter { $0.status == .active }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let chosen: DocumentID? = if let id { id } else { try firstWithTopics(among: own)?.id }
    guard let id = chosen else { throw .noProjectOfOnesOwn }
    let project = Project(try document(id).tree)
    let cycles = try cycles(mentioning: [id]).filter { $0.project == id }
    let open = cycles.filter { $0.stage != .closed }
    let notes = try notes(about: Set([id] + open.map(\.id) + homeSite(of: project)))
    let meetings = notes.filter { $0.targetId == id && $0.isOfMeeting }
    let held = Set(meetings.compactMap(\.createdDay))
    let day = day ?? clock.today
    let last = held.filter { $0 < day }.max()
    let today = meetings.filter { $0.createdDay == day }
    let toDos = ToDoList.inOrder(
      ToDoList.all(notes: notes, cycles: open, projects: [project]))
    let agreedToday = Set(today.map(\.id))
    let isAgreed: (ToDo) -> Bool = { toDo in
      if case .action(let note, _) = toDo.source { agreedToday.contains(note) } else { false }
    }
    let earlier = toDos.filter { !isAgreed($0) }
    let done = earlier.filter { $0.isDone(since: last ?? day) }
    return Meeting(
      projectID: id, project: project.name, place: placeWords(project.siteIds), day: day,
      last: last,
      toDos: (earlier.filter { !$0.isDone } + done).map { shown($0, project, day) },
      cycles: shown(open.filter { !$0.isOver }, on: day),
      numbers: try numbers(of: project, since: last, upTo: day),
      decisions: today.flatMap(\.decisions),
      agreed: toDos.filter(isAgreed).map { shown($0, project, day) },
      lastDecisions: last.map { day in
        meetings.filter { $0.createdDay == day }.flatMap(\.decisions)
      } ?? [], isHeld: !today.isEmpty, projects: own.map(\.id))
  }

  private func firstWithTopics(among own: [Project]) throws(CollaborationError) -> Project? {
    for project in own {
      if try hasTopics(project) { return project }
    }
    return own.first
  }

  /// Whether anything goes on in a project: a test, a milestone that is still to be reached.
  private func hasTopics(_ project: Project) throws(CollaborationError) -> Bool {
    if project.milestones.contains(where: { !$0.done.isDone }) { return true }
    return try cycles(in: project.id).contains { !$0.isOver }
  }

  /// A project of one site talks about what was agreed on there as well.
  private func homeSite(of project: Project) -> [DocumentID] {
    project.siteIds.count == 1 ? project.siteIds : []
  }

  private func shown(_ toDo: ToDo, _ project: Project, _ day: CalendarDate) -> MeetingToDo {
    MeetingToDo(
      toDo: toDo, who: toDo.who.map(shownName) ?? "",
      about: toDo.about.map { $0 == project.id ? "" : shownName(of: $0) } ?? "",
      isLate: toDo.isLate(on: day), target: toDo.target)
  }

  /// The day of the newest meeting about a project that is kept; nil where none is.
  public func lastMeeting(about id: DocumentID) throws(CollaborationError) -> CalendarDate? {
    try notes(mentioning: [id]).filter { $0.targetId == id && $0.isOfMeeting }
      .compactMap(\.createdDay).max()
  }

  // MARK: Cycles

  private func shown(_ cycles: [Cycle], on day: CalendarDate) -> [MeetingCycle] {
    let soon = day.adding(days: Self.soonDays)
    let all = cycles.map { cycle -> (key: (Int, Int, String), cycle: MeetingCycle) in
      let end = cycle.plannedEnd
      let isDue = end.map { $0 <= soon } ?? false || cycle.stage >= .study
      let words = end.map { $0 < day ? "due \($0.label)" : "until \($0.label)" }
      let row = MeetingCycle(
        id: cycle.id, title: cycle.title, stage: cycle.stage, state: words ?? "",
        owner: cycle.owner.map(shownName) ?? "", isOverdue: cycle.isOverdue(on: day),
        isDue: isDue, comparisons: comparisons(cycle))
      return ((isDue ? 0 : 1, end?.daysSince1970 ?? Int.max, cycle.id), row)
    }
    return all.sorted { $0.key < $1.key }.prefix(Self.mostCycles).map(\.cycle)
  }

  private func comparisons(_ cycle: Cycle) -> [MeetingCycle.Comparison] {
    cycle.predictions.enumerated().compactMap { index, prediction in
      guard !prediction.prediction.isEmpty else { return nil }
      let result = cycle.result(ofPrediction: index)
      let words = [result?.result ?? "", result?.value.map(NumberText.short) ?? ""]
      return MeetingCycle.Comparison(
        predicted: prediction.prediction,
        result: words.filter { !$0.isEmpty }.joined(separator: ", "), matched: result?.matched)
    }
  }

  // MARK: Numbers

  /// What was entered after the last meeting; before the first, the newest of each measure.
  private func numbers(
    of project: Project, since last: CalendarDate?, upTo day: CalendarDate
  ) throws(CollaborationError) -> [MeetingNumber] {
    let own = project.siteIds.filter(principal.siteIDs.contains)
    let sites = own.isEmpty ? Array(project.siteIds.prefix(3)) : own
    var numbers: [MeetingNumber] = []
    for site in sites {
      guard case .known(.site, _) = naming(of: site) else { continue }
      let reportingDay = Site(try document(site).tree).reportingDay
      for tile in try tiles(at: site) where project.measureIds.contains(tile.chart.measure.id) {
        let points = tile.chart.points
        for index in points.indices where isNew(points[index], since: last, upTo: day) {
          if last == nil, index < (points.lastIndex { $0.status == .reported } ?? 0) { continue }
          numbers.append(number(tile, at: index))
        }
        let age = DataAge(
          points, tile.chart.measure.frequency, reportingDay: reportingDay, today: day)
        if age.isOverdue, let due = age.due {
          numbers.append(
            MeetingNumber(
              tile: tile, period: due.label, value: "due", note: "", isOwed: true))
        }
      }
    }
    return numbers
  }

  private func isNew(
    _ point: SeriesPoint, since last: CalendarDate?, upTo day: CalendarDate
  ) -> Bool {
    guard let entered = point.enteredAt.flatMap({ CalendarDate($0.prefix(10)) }) else {
      return last == nil && point.status == .reported
    }
    return entered <= day && last.map { entered > $0 } ?? true
  }

  private func number(_ tile: MeasureTile, at index: Int) -> MeetingNumber {
    let point = tile.chart.points[index]
    let unit = tile.chart.measure.valueUnit
    let drawn = tile.chart.chart?.points[index].value.map { value in
      NumberText.trimmed(value, places: tile.chart.chart?.places ?? 1)
    }
    let value = drawn.map { [$0, unit].filter { !$0.isEmpty }.joined(separator: " ") }
    return MeetingNumber(
      tile: tile, period: tile.chart.labels[index],
      value: value ?? point.status.label.lowercased(), note: point.note ?? "", isOwed: false)
  }
}

extension ToDo {
  /// What it opens.
  var target: Target {
    switch source {
    case .action(let note, _): Target(.note, note)
    case .task(let cycle, _): Target(.cycle, cycle)
    case .milestone(let project, _): Target(.project, project)
    }
  }
}

extension Note {
  /// Whether it keeps what a meeting decided.
  var isOfMeeting: Bool { kind == .decision && tags.contains(Collaboration.meetingTag) }

  /// What was decided, a line each.
  var decisions: [String] {
    body.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("- ") }
      .map { String($0.dropFirst(2)) }
  }
}
