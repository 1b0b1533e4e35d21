import Improvement
import JSONTree
import Testing

@Suite struct MergingTests {
  @Test("every list of a field table is merged by a rule of its own, not as a whole by default")
  func lists() {
    for type in DocumentType.allCases {
      for field in type.table.fields where field.kind.isList {
        let base = JSON.object(JSONObject())
        var (mine, theirs) = (base, base)
        mine[field.path] = [["id": "a", "what": "mine"]]
        theirs[field.path] = [["id": "b", "what": "theirs"]]
        let merge = JSON.merge(base: base, mine: mine, theirs: theirs, rules: type.table.merging)
        #expect(merge.isClean, "\(type) \(field.path)")
        #expect(merge.value[field.path]?.elements.count == 2, "\(type) \(field.path)")
      }
    }
  }

  @Test("two logged periods are merged, one period logged twice is a conflict of the whole number")
  func points() {
    func series(_ points: JSON...) -> JSON { ["points": .array(points)] }
    func point(_ period: String, _ numerator: Int, of denominator: Int) -> JSON {
      [
        "period": .string(period), "numerator": JSON(numerator), "denominator": JSON(denominator),
      ]
    }
    let rules = DocumentType.series.table.merging
    let clean = JSON.merge(
      base: series(), mine: series(point("2026-02", 1, of: 9)),
      theirs: series(point("2026-01", 2, of: 8)), rules: rules)
    #expect(
      clean.value == series(point("2026-01", 2, of: 8), point("2026-02", 1, of: 9)))
    let torn = JSON.merge(
      base: series(), mine: series(point("2026-02", 1, of: 9)),
      theirs: series(point("2026-02", 2, of: 8)), rules: rules)
    #expect(torn.conflicts.map(\.path) == ["points.2026-02"])
    #expect(torn.value["points"]?.elements.count == 1)
  }
}
