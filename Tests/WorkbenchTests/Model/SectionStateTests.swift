import Insights
import Testing

@testable import Collaborative
@testable import Workbench

@Suite("What is selected among a section's rows") struct SectionStateTests {
  @Test("what was just added is selected, however often rows come that were read before it")
  func lateRow() {
    var state = SectionState()
    state.accept(rows("old"))
    state.wantedID = ProjectRow.key(ofPart: "new", in: "warm")
    state.accept(rows("old"))
    #expect(state.selectedKey == "warm old")
    state.accept(rows("old", "new"))
    #expect(state.selectedKey == "warm new")
  }

  @Test("what was just added is selected, even where its row was there before the answer")
  func earlyRow() {
    var state = SectionState()
    state.accept(rows("old"))
    state.accept(rows("old", "new"))
    state.wantedID = ProjectRow.key(ofPart: "new", in: "warm")
    state.accept(rows("old", "new", "somebody else's"))
    #expect(state.selectedKey == "warm new")
  }

  @Test("somebody else's new row does not take the selection") func othersRow() {
    var state = SectionState()
    state.accept(rows("old"))
    state.accept(rows("somebody else's", "old"))
    #expect(state.selectedKey == "warm old")
  }

  @Test("what fits new words best is selected, and stays so when rows are read again")
  func best() {
    var state = SectionState()
    state.accept(rows("first", "second"))
    state.wantsBest = true
    state.accept(rows("best", "first"))
    #expect(state.selectedKey == "warm best")
    state.accept(rows("somebody else's", "best", "first"))
    #expect(state.selectedKey == "warm best")
  }

  /// The drivers of a project.
  private func rows(_ drivers: String...) -> Rows {
    .projects(
      drivers.map { driver in
        ProjectRow(
          kind: .driver, depth: 1, text: driver, note: "", tone: .plain,
          target: Target(.project, "warm"), key: ProjectRow.key(ofPart: driver, in: "warm"),
          projectID: "warm", nodeID: driver, driverID: driver)
      })
  }
}
