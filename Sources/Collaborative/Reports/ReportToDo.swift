import DocumentStore
import Improvement
import Insights

/// Something to do as a report tells it, with the words for where it was said.
struct ReportToDo {
  var toDo: ToDo
  /// The cycle, the project, or what the note is about.
  var place: String
  /// The note it stands in is for coaches alone.
  var isForCoachesOnly = false

  var what: String { toDo.what }
  var who: DocumentID? { toDo.who }
  var due: CalendarDate? { toDo.due }
  var done: Completion { toDo.done }

  var isMilestone: Bool {
    if case .milestone = toDo.source { true } else { false }
  }
}

extension Collaboration {
  /// Everything that was to be done by these cycles, notes and projects, also what is over, by its
  /// day; what has none comes last.
  func toDos(projects: [Project], cycles: [Cycle], notes: [Note]) -> [ReportToDo] {
    let forCoaches = Set(notes.filter(\.isPrivateToCoaches).map(\.id))
    let all = ToDoList.all(
      notes: notes, cycles: cycles, projects: projects, includingPast: true)
    return ToDoList.inOrder(all).map { toDo in
      var isForCoachesOnly = false
      if case .action(let note, _) = toDo.source { isForCoachesOnly = forCoaches.contains(note) }
      return ReportToDo(
        toDo: toDo, place: toDo.about.map(shownName) ?? "", isForCoachesOnly: isForCoachesOnly)
    }
  }

  /// What is still to be done as a table: what, who, by when, and where it was said.
  func table(_ caption: String, of toDos: [ReportToDo], namingPlaces: Bool = true) -> ReportTable {
    ReportTable(
      caption, headers: ["What", "Who", "By when", "Where"],
      rows: toDos.map { toDo in
        let isLate = !toDo.done.isDone && toDo.due.map { $0 < clock.today } ?? false
        let what = toDo.what + (toDo.isForCoachesOnly ? " (for coaches only)" : "")
        let place = toDo.isMilestone ? "Milestone" : namingPlaces ? toDo.place : ""
        return [
          ReportCell(what), ReportCell(toDo.who.map(shownName) ?? ""),
          ReportCell([toDo.due?.label ?? "", isLate ? "past due" : ""]), ReportCell(place),
        ]
      })
  }
}
