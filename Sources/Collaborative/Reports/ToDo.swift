import DocumentStore
import Improvement

/// Something that somebody said they would do, wherever it was written down.
///
/// Tasks of cycles, actions of notes and milestones are one list to whoever has to do them.
struct ToDo {
  enum Kind { case task, action, milestone }

  var kind: Kind
  var what: String
  var who: DocumentID?
  var due: CalendarDate?
  /// The cycle, the project, or what the note is about.
  var place: String
  var done: Completion
  /// The note or cycle it stands in is for coaches alone.
  var isForCoachesOnly = false
}

extension Collaboration {
  /// Everything that was to be done by these cycles, notes and projects, what is due first at the
  /// top; what has no day comes last.
  func toDos(projects: [Project], cycles: [Cycle], notes: [Note]) -> [ToDo] {
    var all: [ToDo] = []
    for note in notes {
      let place = note.targetId.map(shownName) ?? ""
      all += note.actions.map { action in
        var done = action.done
        // A note that is resolved leaves nothing open.
        if note.isResolved, !done.isDone { done = .done(on: nil) }
        return ToDo(
          kind: .action, what: action.what, who: action.who, due: action.due, place: place,
          done: done, isForCoachesOnly: note.isPrivateToCoaches)
      }
    }
    for cycle in cycles {
      all += cycle.tasks.compactMap { task in
        guard cycle.stage != .closed || task.done.isDone else { return nil }
        return ToDo(
          kind: .task, what: task.what, who: task.who, due: task.when, place: cycle.title,
          done: task.done)
      }
    }
    for project in projects where project.status == .active || project.status == .planned {
      all += project.milestones.map { milestone in
        ToDo(
          kind: .milestone, what: milestone.what, due: milestone.due, place: project.name,
          done: milestone.done)
      }
    }
    return all.enumerated().sorted { left, right in
      (left.element.due?.daysSince1970 ?? Int.max, left.offset)
        < (right.element.due?.daysSince1970 ?? Int.max, right.offset)
    }.map(\.element)
  }

  /// What is still to be done as a table: what, who, by when, and where it was said.
  func table(_ caption: String, of toDos: [ToDo], namingPlaces: Bool = true) -> ReportTable {
    ReportTable(
      caption, headers: ["What", "Who", "By when", "Where"],
      rows: toDos.map { toDo in
        let isLate = !toDo.done.isDone && toDo.due.map { $0 < clock.today } ?? false
        let what = toDo.what + (toDo.isForCoachesOnly ? " (for coaches only)" : "")
        let place = toDo.kind == .milestone ? "Milestone" : namingPlaces ? toDo.place : ""
        return [
          ReportCell(what), ReportCell(toDo.who.map(shownName) ?? ""),
          ReportCell([toDo.due?.label ?? "", isLate ? "past due" : ""]), ReportCell(place),
        ]
      })
  }
}
