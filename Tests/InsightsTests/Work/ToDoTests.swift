import Improvement
import JSONTree
import TestSupport
import Testing

@testable import Insights

@Suite("One list of what is to do") struct ToDoTests {
  private func note(_ actions: [JSON], isResolved: Bool = false) -> Note {
    Note([
      "id": "n", "target": ["type": "project", "id": "p"], "actions": .array(actions),
      "resolved": .bool(isResolved),
    ])
  }

  @Test("actions, tasks and milestones are one list, each with its place")
  func one() {
    let cycle = cycle("c") {
      $0["stage"] = "do"
      $0["plan"] = ["tasks": [["what": "Fill the warmer", "who": "m", "when": "2026-03-02"]]]
    }
    let project = Project([
      "id": "p", "status": "active",
      "milestones": [["what": "Baseline"], ["what": "All wards", "due": "2026-03-01"]],
    ])
    let all = ToDoList.all(
      notes: [note([["what": "Ask IT"], ["what": "", "who": "m"]])], cycles: [cycle],
      projects: [project])
    #expect(
      all.map(\.source) == [
        .action(note: "n", index: 0), .task(cycle: "c", index: 0),
        .milestone(project: "p", index: 0), .milestone(project: "p", index: 1),
      ])
    #expect(all.map(\.about) == ["p", "c", "p", "p"])
    #expect(
      ToDoList.inOrder(all).map(\.what) == ["All wards", "Fill the warmer", "Ask IT", "Baseline"])
  }

  @Test("what is over asks for nothing: resolved notes, closed cycles, projects that ended")
  func over() {
    let closed = cycle("c") {
      $0["stage"] = "closed"
      $0["plan"] = ["tasks": [["what": "Fill the warmer"]]]
    }
    let ended = Project(["id": "p", "status": "completed", "milestones": [["what": "All"]]])
    #expect(
      ToDoList.all(
        notes: [note([["what": "Ask IT"]], isResolved: true)], cycles: [closed],
        projects: [ended]
      ).isEmpty)
  }

  @Test(
    "a task that is carried along a chain of tests is to be done once, and not once it is dropped")
  func carried() {
    func test(_ id: String, _ decision: JSON? = nil, next: JSON? = nil, done: Bool = false) -> Cycle
    {
      cycle(id) {
        $0["stage"] = "act"
        $0["plan"] = ["tasks": [["what": "Print the card", "who": "m", "done": .bool(done)]]]
        var act: JSON = [:]
        act["decision"] = decision
        act["nextCycle"] = next
        $0["act"] = act
      }
    }
    let open = test("c")
    let adapted = test("a", "adapt", next: "b")
    let larger = test("b", "scale-up", next: "c")
    #expect(
      ToDoList.all(cycles: [adapted, larger, open]).map(\.source) == [.task(cycle: "c", index: 0)])
    #expect(ToDoList.all(cycles: [adapted, larger, test("c", "abandon")]).isEmpty)
    // A decision alone carries nothing on, and what was done stays told where it was done.
    #expect(ToDoList.all(cycles: [test("a", "adapt")]).count == 1)
    #expect(ToDoList.all(cycles: [test("a", "adapt", next: "b", done: true)]).count == 1)
  }

  @Test("late is what is open after its day; done since a day is what was done then or later")
  func dates() {
    let toDos = ToDoList.all(notes: [
      note([
        ["what": "a", "due": "2026-03-01"], ["what": "b", "due": "2026-03-01", "done": true],
        ["what": "c", "done": "2026-03-05"],
      ])
    ])
    #expect(toDos.map { $0.isLate(on: day("2026-03-02")) } == [true, false, false])
    #expect(!toDos[0].isLate(on: day("2026-03-01")))
    #expect(toDos.map { $0.isDone(since: day("2026-03-05")) } == [false, false, true])
    #expect(!toDos[2].isDone(since: day("2026-03-06")))
  }

  @Test("putting the list in order loses nothing and keeps what has one day in its order")
  func order() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let actions = (0..<Int.random(in: 0...20, using: &generator)).map { index -> JSON in
        var action: JSON = ["what": .string("\(index)")]
        if Bool.random(using: &generator) {
          action["due"] = .string("2026-03-0\(Int.random(in: 1...4, using: &generator))")
        }
        return action
      }
      let all = ToDoList.all(notes: [note(actions)])
      let ordered = ToDoList.inOrder(all)
      #expect(Set(ordered) == Set(all) && ordered.count == all.count)
      for (first, second) in zip(ordered, ordered.dropFirst()) {
        let days = (first.due?.daysSince1970 ?? .max, second.due?.daysSince1970 ?? .max)
        #expect(days.0 <= days.1)
        if days.0 == days.1 { #expect((Int(first.what) ?? 0) < (Int(second.what) ?? 0)) }
      }
    }
  }
}
