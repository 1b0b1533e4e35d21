import JSONTree
import Testing

@Suite struct MergeTests {
  private func merge(_ base: JSON, _ mine: JSON, _ theirs: JSON) -> Merge {
    JSON.merge(base: base, mine: mine, theirs: theirs, rules: GeneratedCopies.rules)
  }

  @Test("edits of different fields are both kept, also of fields that nobody knows")
  func fields() {
    let merged = merge(
      ["title": "a", "new": ["x": 1, "y": 1]], ["title": "b", "new": ["x": 2, "y": 1]],
      ["title": "a", "new": ["x": 1, "y": 2]])
    #expect(merged == Merge(value: ["title": "b", "new": ["x": 2, "y": 2]], conflicts: []))
  }

  @Test("one field changed differently keeps both values, and the same one is shown everywhere")
  func conflict() {
    let merged = merge(["title": "a"], ["title": "b"], ["title": "c"])
    #expect(merged.conflicts == [MergeConflict(path: "title", mine: "b", theirs: "c")])
    #expect(merged.value == ["title": "c"])
  }

  @Test("an edit stands against a removal, and the removal is told")
  func removal() {
    let record: JSON = ["drivers": [["id": "d1", "text": "a"], ["id": "d2", "text": "b"]]]
    let merged = merge(
      record, ["drivers": [["id": "d2", "text": "b"]]],
      ["drivers": [["id": "d1", "text": "new"], ["id": "d2", "text": "b"]]])
    #expect(
      merged.value == ["drivers": [["id": "d1", "text": "new"], ["id": "d2", "text": "b"]]])
    #expect(
      merged.conflicts == [
        MergeConflict(path: "drivers.d1", mine: nil, theirs: ["id": "d1", "text": "new"])
      ])
  }

  @Test("tags that both add and take away are one set")
  func sets() {
    let merged = merge(["tags": ["a", "b"]], ["tags": ["b", "z", "c"]], ["tags": ["a", "d"]])
    #expect(merged == Merge(value: ["tags": ["c", "d", "z"]], conflicts: []))
  }

  @Test("numbers of different periods are both logged, in the order of the periods")
  func points() {
    func point(_ period: String, _ value: Int) -> JSON {
      ["period": .string(period), "value": JSON(value)]
    }
    let merged = merge(
      ["points": [point("2026-01", 1)]], ["points": [point("2026-01", 1), point("2026-03", 3)]],
      ["points": [point("2026-01", 1), point("2026-02", 2)]])
    #expect(
      merged.value == ["points": [point("2026-01", 1), point("2026-02", 2), point("2026-03", 3)]])
    #expect(merged.isClean)
  }

  @Test("one period's number is never mixed from two, even where only parts of it differ")
  func undivided() {
    func point(_ numerator: Int, _ denominator: Int) -> JSON {
      ["points": [["period": "2026-01", "n": JSON(numerator), "d": JSON(denominator)]]]
    }
    let merged = merge(point(1, 10), point(9, 10), point(1, 99))
    #expect(merged.value == point(9, 10) || merged.value == point(1, 99))
    #expect(merged.conflicts.map(\.path) == ["points.2026-01"])
  }

  @Test("records in order are merged one by one, and additions follow one another")
  func ordered() {
    let merged = merge(
      ["steps": [["what": "a"], ["what": "b", "who": "x"]]],
      ["steps": [["what": "a"], ["what": "b", "who": "y"], ["what": "mine"]]],
      ["steps": [["what": "a"], ["what": "c", "who": "x"], ["what": "also"]]])
    #expect(
      merged.value == [
        "steps": [
          ["what": "a"], ["what": "c", "who": "y"], ["what": "also"], ["what": "mine"],
        ]
      ])
    #expect(merged.isClean)
  }

  @Test("a list in order that cannot hold both is one conflict of the whole list")
  func orderedConflict() {
    let merged = merge(
      ["steps": ["a", "b"]], ["steps": ["b"]], ["steps": ["changed", "b"]])
    #expect(
      merged.conflicts == [MergeConflict(path: "steps", mine: ["b"], theirs: ["changed", "b"])])
  }

  @Test("texts that look the same and differ in their bytes are a change")
  func bytes() {
    let merged = merge(["title": "é"], ["title": "e\u{301}"], ["title": "é"])
    #expect(merged == Merge(value: ["title": "e\u{301}"], conflicts: []))
  }

  @Test("lists too long to compare are taken as a whole and still keep both")
  func long() {
    let base = (0..<3000).map { JSON($0) }
    let mine = (0..<3000).map { JSON($0 * 7 + 1) }
    let theirs = (0..<3000).map { JSON($0 * 5 + 2) }
    let merged = merge(
      ["steps": .array(base)], ["steps": .array(mine)], ["steps": .array(theirs)])
    #expect(merged.conflicts.map(\.mine) == [.array(mine)])
    #expect(merged.conflicts.map(\.theirs) == [.array(theirs)])
  }

  @Test("a conflict's path leads to the record it names, wherever that stands now")
  func paths() {
    let tree: JSON = ["drivers": [["id": "d0"], ["id": "d1", "text": "a"]], "title": "t"]
    let rules = GeneratedCopies.rules
    #expect(rules.positions(of: "drivers.d1.text", in: tree) == "drivers.1.text")
    #expect(rules.positions(of: "drivers.gone.text", in: tree) == nil)
    #expect(rules.positions(of: "title", in: tree) == "title")
    #expect(rules.positions(of: "plan.who", in: tree) == "plan.who")
  }
}
