import DocumentStore
import Improvement
import Insights

/// What several reports say of what is to be done and what is asked.
extension Collaboration {
  /// What is still to be done, what is due first at the top.
  func openToDos(_ file: WorkFile) -> [ToDo] {
    ToDoList.inOrder(
      ToDoList.all(notes: file.notes, cycles: file.cycles, projects: file.projects)
        .filter { !$0.isDone })
  }

  /// What was agreed in notes: open where the note still is, and done where somebody said so.
  func agreedActions(in notes: [Note]) -> [ToDo] {
    let settled = Set(notes.filter(\.isResolved).map(\.id))
    let open = notes.map { note in
      var note = note
      note.tree["resolved"] = nil
      return note
    }
    return ToDoList.inOrder(
      ToDoList.all(notes: open).filter { toDo in
        guard !toDo.isDone, case .action(let note, _) = toDo.source else { return true }
        return !settled.contains(note)
      })
  }

  /// What is to be done as a table: what, who, by when, and where it was said.
  func table(_ caption: String, of toDos: [ToDo], among notes: [Note]) -> ReportTable {
    ReportTable(
      caption, headers: ["What", "Who", "By when", "Where"],
      rows: toDos.map { toDo in
        [
          ReportCell(words(of: toDo, among: notes)), ReportCell(toDo.who.map(shownName) ?? ""),
          ReportCell([
            toDo.due?.label ?? "", toDo.isLate(on: clock.today) ? "past due" : "",
          ]), ReportCell(place(of: toDo)),
        ]
      })
  }

  /// What is to be done, with a mark where it stands in a note for coaches alone.
  func words(of toDo: ToDo, among notes: [Note]) -> String {
    guard case .action(let id, _) = toDo.source,
      notes.contains(where: { $0.id == id && $0.isPrivateToCoaches })
    else { return toDo.what }
    return "\(toDo.what) (for coaches only)"
  }

  func place(of toDo: ToDo) -> String {
    if case .milestone = toDo.source { return "Milestone" }
    return toDo.about.map(shownName) ?? ""
  }

  /// The questions that wait for an answer, each with its day, who asked, and about what.
  func openQuestions(among notes: [Note]) -> [ReportItem] {
    OpenQuestions.among(notes).map { note in
      let parts = [
        note.createdBy.map(shownName) ?? "", note.targetId.map(shownName) ?? "",
        note.isPrivateToCoaches ? "for coaches only" : "",
      ]
      let day = note.createdDay.map { ", \($0.label)" } ?? ""
      return ReportItem(
        mark: "Question\(day)", note.body,
        note: parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }
}
