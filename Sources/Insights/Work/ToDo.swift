import Improvement

/// Something that somebody is to do: an action of a note, a task of a cycle, a milestone.
///
/// People keep one list, wherever it was agreed.
public struct ToDo: Hashable, Sendable {
  /// Where it stands: the document, and its place among the actions, tasks or milestones there,
  /// counted from 0.
  public enum Source: Hashable, Sendable {
    case action(note: String, index: Int)
    case task(cycle: String, index: Int)
    case milestone(project: String, index: Int)
  }

  public var source: Source
  public var what: String
  /// The member who does it; nil where nobody was named.
  public var who: String?
  public var due: CalendarDate?
  public var done: Completion
  /// The document that it is about: what the note is about, the cycle, the project.
  public var about: String?

  public var isDone: Bool { done.isDone }

  public func isLate(on day: CalendarDate) -> Bool { !isDone && due.map { $0 < day } ?? false }

  /// Whether it was done after a day, or on an unknown one.
  public func isDone(since day: CalendarDate) -> Bool {
    guard case .done(let on) = done else { return false }
    return on.map { $0 >= day } ?? false
  }
}

/// The one list of what is to be done.
public enum ToDoList {
  /// Everything that is agreed and not over: actions of notes that aren't resolved, tasks of cycles
  /// that aren't closed, milestones of projects that go on. What is done is among them.
  ///
  /// What a cycle left undone is the next one's once there is one, and nobody's once the change is
  /// abandoned: a chain of tests asks for each thing once.
  ///
  /// - Parameter includingPast: whether what resolved notes and closed cycles had done is told as
  ///   well; they leave nothing open.
  public static func all(
    notes: [Note] = [], cycles: [Cycle] = [], projects: [Project] = [],
    includingPast: Bool = false
  ) -> [ToDo] {
    var toDos: [ToDo] = []
    for note in notes where includingPast || !note.isResolved {
      for (index, action) in note.actions.enumerated() where !action.what.isEmpty {
        let done = note.isResolved && !action.done.isDone ? .done(on: nil) : action.done
        toDos.append(
          ToDo(
            source: .action(note: note.id, index: index), what: action.what, who: action.who,
            due: action.due, done: done, about: note.targetId))
      }
    }
    for cycle in cycles where includingPast || cycle.stage != .closed {
      for (index, task) in cycle.tasks.enumerated() where !task.what.isEmpty {
        if !task.done.isDone, !cycle.keepsItsTasks { continue }
        toDos.append(
          ToDo(
            source: .task(cycle: cycle.id, index: index), what: task.what, who: task.who,
            due: task.when, done: task.done, about: cycle.id))
      }
    }
    for project in projects where project.status == .active || project.status == .planned {
      for (index, milestone) in project.milestones.enumerated() where !milestone.what.isEmpty {
        toDos.append(
          ToDo(
            source: .milestone(project: project.id, index: index), what: milestone.what,
            who: nil, due: milestone.due, done: milestone.done, about: project.id))
      }
    }
    return toDos
  }

  /// By their day, the latest first in need: what is past due, what is due next, what has no day.
  public static func inOrder(_ toDos: [ToDo]) -> [ToDo] {
    toDos.enumerated().sorted { left, right in
      let (first, second) = (left.element.due, right.element.due)
      if first == second { return left.offset < right.offset }
      guard let first else { return false }
      guard let second else { return true }
      return first < second
    }.map(\.element)
  }
}

extension Cycle {
  /// Whether what is undone in it is still to be done, and in it rather than in the next one.
  fileprivate var keepsItsTasks: Bool {
    stage != .closed && nextCycle == nil && decision != .abandon
  }
}
