import Collaborative
import Improvement
import Insights

extension Model {
  /// Opens the meeting about the project in sight, else about one's own.
  mutating func openMeeting() -> [Effect] {
    let state = MeetingState(projectID: projectOfMeeting, ticket: nextTicket())
    places.append(.meeting(state))
    return [.ask(state.question, .place(places.count - 1), ticket: state.ticket)]
  }

  private var projectOfMeeting: String? {
    if case .page(let page) = place, page.target.type == .project { return page.target.id }
    guard case .section(.projects) = place else { return nil }
    let target = isInDetailPane ? sectionState.detail?.target : sectionState.selectedTarget
    return target?.type == .project ? target?.id : nil
  }

  private var meeting: MeetingState? {
    if case .meeting(let state) = place { state } else { nil }
  }

  mutating func moveToNextPart() -> [Effect] {
    guard case .meeting(var state) = place else { return [] }
    state.moveToNextPart()
    place = .meeting(state)
    return []
  }

  /// Turns to another of one's own projects, round and round.
  mutating func moveToMeeting(by step: Int) -> [Effect] {
    guard case .meeting(var state) = place, let meeting = state.meeting else { return [] }
    let own = meeting.projects
    let index = own.firstIndex(of: meeting.projectID)
    state.projectID = index.map { own[($0 + step + own.count) % own.count] } ?? own.first
    state.ticket = nextTicket()
    place = .meeting(state)
    return [.ask(state.question, .place(places.count - 1), ticket: state.ticket)]
  }

  static let whyNoOtherMeeting: @Sendable (Model) -> String? = { model in
    model.meeting?.meeting?.projects.count ?? 0 > 1 ? nil : "you are in one project only"
  }

  // MARK: To do

  /// What is to be done on the line the person is at: of a meeting, or of Today.
  private var toDoInSight: ToDo? {
    if let meeting { return meeting.item?.toDo }
    guard case .section(.today) = place, case .today(let rows) = sectionState.rows else {
      return nil
    }
    return rows[safe: sectionState.list.selection]?.toDo
  }

  static let whyNothingToTick: @Sendable (Model) -> String? = { model in
    model.toDoInSight == nil ? "this is nothing to do" : nil
  }

  mutating func tick() -> [Effect] { toDoInSight.map { [.perform(.tick($0))] } ?? [] }

  // MARK: Decisions, numbers, cycles

  static let whyNoAgenda: @Sendable (Model) -> String? = { model in
    model.meeting?.meeting == nil ? "huddle is still reading" : nil
  }

  mutating func openDecisionForm() -> [Effect] {
    guard let project = meeting?.meeting?.projectID else { return [] }
    return openForm(.decision(projectID: project))
  }

  private var seriesOfMeeting: String? {
    if case .number(let number) = meeting?.item { number.tile.seriesID } else { nil }
  }

  static let whyNoNumber: @Sendable (Model) -> String? = { model in
    model.seriesOfMeeting == nil ? "go to a number first" : nil
  }

  mutating func openMeetingLog() -> [Effect] {
    seriesOfMeeting.map { openForm(.log(seriesID: $0)) } ?? []
  }

  private var cycleOfMeeting: MeetingCycle? {
    if case .cycle(let cycle) = meeting?.item { cycle } else { nil }
  }

  static let whyNoCycle: @Sendable (Model) -> String? = { model in
    model.cycleOfMeeting == nil ? "go to a cycle first" : nil
  }

  mutating func moveCycleOfMeeting() -> [Effect] {
    guard let cycle = cycleOfMeeting else { return [] }
    return [.perform(.moveCycle(id: cycle.id, from: cycle.stage, isForwards: true))]
  }

  /// Copies the minutes as Markdown, and keeps that the meeting was held.
  mutating func takeMinutes() -> [Effect] {
    guard let meeting = meeting?.meeting else { return [] }
    return [.copy(meeting.minutes), .perform(.holdMeeting(projectID: meeting.projectID))]
  }
}
