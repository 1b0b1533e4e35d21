import Collaborative
import Improvement
import Plots
import Widgets

extension Model {
  /// The project that is looked at: that of the selected row, of the open page, of the open course.
  private var courseProject: String? {
    switch place {
    case .course(let course): course.projectID
    case .page(let page): page.target.type == .project ? page.target.id : nil
    case .section:
      selectedProjectRow?.projectID
        ?? (sectionState.detail?.target.type == .project ? sectionState.detail?.target.id : nil)
    case .stack(let stack): stack.detail?.projectID
    case .meeting(let meeting): meeting.projectID
    case .chart, .comparison: nil
    }
  }

  /// The driver or the idea whose page is open.
  private var partInSight: DiagramPart? {
    if case .page(let page) = place { page.target.part } else { nil }
  }

  static let whyNoCourse: @Sendable (Model) -> String? = { model in
    model.courseProject == nil ? "select a project first" : nil
  }

  static func whyNoTurning(_ model: Model, _ face: CourseState.Face) -> String? {
    guard case .course(let course) = model.place, course.face == face else { return nil }
    return "they are shown already"
  }

  /// Opens a project's milestones, scores or ramps, or turns to them where its course is open.
  mutating func openCourse(_ face: CourseState.Face) -> [Effect] {
    if case .course(var course) = place {
      course.face = face
      course.scroll = 0
      place = .course(course)
      return []
    }
    guard let projectID = courseProject else { return [] }
    let driver = face == .ramps ? partInSight?.driverID ?? selectedProjectRow?.driverID : nil
    let state = CourseState(
      projectID: projectID, driverID: driver, face: face, ticket: nextTicket())
    places.append(.course(state))
    return [state.question(at: places.count - 1)]
  }

  mutating func openScoreForm() -> [Effect] {
    guard case .course(let course) = place, course.face == .scores else {
      return openCourse(.scores)
    }
    return openForm(.score(projectID: course.projectID))
  }

  mutating func openEntryForm(_ list: ProjectEntry.List) -> [Effect] {
    guard case .course(let course) = place else { return [] }
    return openForm(
      .projectEntry(ProjectEntry(projectID: course.projectID, list: list, position: nil)))
  }

  mutating func editCourse() -> [Effect] {
    guard case .course(let course) = place, course.face == .timeline, let entry = course.entry
    else { return openEditForm() }
    return openForm(.projectEntry(entry))
  }

  mutating func tickMilestone() -> [Effect] {
    guard case .course(let course) = place, let entry = course.entry else { return [] }
    return [.perform(.changeEntry(entry, text: course.entryText, .tick))]
  }

  mutating func removeEntry() -> [Effect] {
    guard case .course(let course) = place, let entry = course.entry else { return [] }
    overlay = .confirm(
      Confirmation(
        confirm: Confirm(
          title: "Remove", question: "Remove “\(course.entryText)”? u brings it back."),
        operation: .changeEntry(entry, text: course.entryText, .remove)))
    return []
  }

  static let whyNoEntry: @Sendable (Model) -> String? = { model in
    guard case .course(let course) = model.place, course.face == .timeline else {
      return "t shows the milestones"
    }
    return course.entry == nil ? "nothing is selected" : nil
  }

  static let whyNoMilestone: @Sendable (Model) -> String? = { model in
    if let reason = whyNoEntry(model) { return reason }
    guard case .course(let course) = model.place, course.entry?.list == .milestones else {
      return "select a milestone first"
    }
    return nil
  }

  static let whyNoTimeline: @Sendable (Model) -> String? = { model in
    guard case .course(let course) = model.place, course.face == .timeline else {
      return "t shows the milestones"
    }
    return nil
  }

  /// Goes along a ramp.
  mutating func moveAlongRamp(by step: Int) -> [Effect] {
    guard case .course(var course) = place, course.face == .ramps else { return [] }
    course.cycleID = course.rampTimeline?.neighbour(of: course.cycleID, along: step)
    place = .course(course)
    return []
  }
}

extension CourseState {
  /// What Enter opens: the chosen test of a ramp.
  var target: Target? {
    guard face == .ramps, let cycleID else { return nil }
    return Target(.cycle, cycleID)
  }

  mutating func move(_ movement: Movement, rows: Int) {
    let step: Int =
      switch movement {
      case .by(let step): step
      case .page(let direction): direction * max(1, rows - 1)
      case .halfPage(let direction): direction * max(1, rows / 2)
      case .start: -10_000
      case .end: 10_000
      }
    switch face {
    case .timeline: cursor = min(max(0, cursor + step), max(0, entries.count - 1))
    case .scores: scroll = min(max(0, scroll + step), 10_000)
    case .ramps: cycleID = rampTimeline?.neighbour(of: cycleID, across: step)
    }
  }
}

extension CourseState.Face {
  var title: String {
    switch self {
    case .timeline: "milestones and barriers"
    case .scores: "progress"
    case .ramps: "ramps"
    }
  }
}
