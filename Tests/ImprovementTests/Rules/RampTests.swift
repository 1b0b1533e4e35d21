import Improvement
import JSONTree
import TestSupport
import Testing

@Suite("Ramps") struct RampTests {
  static func cycle(_ id: String, _ fields: JSON = [:]) -> Cycle {
    var tree: JSON = ["id": .string(id), "project": "p", "title": .string("Test \(id)")]
    for field in fields.object?.fields ?? [] { tree[field.key] = field.value }
    return Cycle(tree)
  }

  @Test(
    "every chain of random links holds each cycle once, parents before children, and no other's",
    arguments: 0..<200)
  func properties(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...14, using: &generator)
    let cycles = (0..<count).map { index -> Cycle in
      var fields: JSON = [:]
      // Links lead back only, as forms see to; ramps are named now and then.
      if index > 0, Bool.random(using: &generator) {
        fields["parentCycle"] = .string("c\(Int.random(in: 0..<index, using: &generator))")
      }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        fields["ramp"] = .string(["Socks", "Hats"].randomElement(using: &generator) ?? "")
      }
      if Bool.random(using: &generator) {
        let day = CalendarDate(daysSince1970: Int.random(in: 20_000...20_400, using: &generator))
        fields["actualStart"] = .string(day.description)
      }
      return Self.cycle("c\(index)", fields)
    }
    var seen: [String: Set<String>] = [:]
    for cycle in cycles {
      let ramp = Ramp(of: cycle, among: cycles.shuffled(using: &generator))
      let ids = ramp.cycles.map(\.id)
      #expect(Set(ids).count == ids.count)
      #expect(ids.contains(cycle.id))
      for (index, member) in ramp.cycles.enumerated() {
        if let parent = member.parentCycle {
          #expect(ids.firstIndex(of: parent).map { $0 < index } == true)
        }
        if let name = member.ramp {
          let namesakes = cycles.filter { $0.ramp == name }.map(\.id)
          #expect(Set(namesakes).isSubset(of: ids))
        }
      }
      seen[cycle.id] = Set(ids)
    }
    // Belonging to one chain is the same from whichever cycle one looks.
    for (id, members) in seen {
      for member in members { #expect(seen[member] == members, "\(id) and \(member)") }
    }
  }

  @Test("links that lead in a circle, as damage may, end and lose nothing")
  func circle() {
    let cycles = [
      Self.cycle("a", ["parentCycle": "c"]), Self.cycle("b", ["parentCycle": "a"]),
      Self.cycle("c", ["parentCycle": "b"]), Self.cycle("d", ["parentCycle": "d"]),
    ]
    #expect(Set(Ramp(of: cycles[0], among: cycles).cycles.map(\.id)) == ["a", "b", "c"])
    #expect(Ramp(of: cycles[3], among: cycles).cycles.map(\.id) == ["d"])
  }

  @Test("a ramp of the same name in another project is another ramp")
  func otherProject() {
    let mine = Self.cycle("a", ["ramp": "Socks"])
    let theirs = Self.cycle("b", ["ramp": "Socks", "project": "q"])
    #expect(Ramp(of: mine, among: [mine, theirs]).cycles.map(\.id) == ["a"])
  }

  @Test("the next size goes from 1 to 5 to 25 to all, and never up after a surprise")
  func nextScale() {
    func size(_ patients: Int, _ more: JSON) -> NextScale? {
      var fields = more
      fields["scale"] = ["patients": JSON(patients)]
      return NextScale(after: Self.cycle("a", fields))
    }
    let went: JSON = [
      "plan": ["predictions": [["prediction": "x"]]],
      "study": ["results": [["result": "y", "matched": "yes"]]],
    ]
    let surprised: JSON = [
      "plan": ["predictions": [["prediction": "x"]]],
      "study": ["results": [["result": "y", "matched": "no"]]],
    ]
    #expect(NextScale(after: nil)?.count == 1)
    #expect([1, 5, 25].map { size($0, went)?.count } == [5, 25, nil])
    #expect([1, 5, 25].map { size($0, surprised)?.count } == [1, 5, 25])
    #expect([1, 5, 25].map { size($0, [:])?.count } == [1, 5, 25])
    #expect([1, 5, 25].map { size($0, ["act": ["decision": "adapt"]])?.count } == [1, 5, 25])
    #expect([1, 5, 25].map { size($0, ["act": ["decision": "scale-up"]])?.count } == [5, 25, nil])
  }

  @Test("a chain that was adopted or abandoned has no next size, tested or not")
  func ended() {
    for decision in ["adopt", "abandon"] {
      let ended: JSON = ["act": ["decision": .string(decision)]]
      #expect(NextScale(after: Self.cycle("a", ended)) == nil)
      var tested = ended
      tested["scale"] = ["patients": 5]
      #expect(NextScale(after: Self.cycle("a", tested)) == nil)
    }
  }

  @Test("a test whose size was not said goes on from the last size that was said in its chain")
  func sizeOfTheChain() {
    let cycles = [
      Self.cycle("a", ["ramp": "Socks", "scale": ["patients": 1]]),
      Self.cycle("b", ["ramp": "Socks", "scale": ["patients": 5], "parentCycle": "a"]),
      Self.cycle("c", ["ramp": "Socks", "act": ["decision": "scale-up"], "parentCycle": "b"]),
    ]
    let chain = Ramp(of: cycles[2], among: cycles)
    #expect(NextScale(after: cycles[2], in: chain)?.reason == .larger(than: 5))
    #expect(NextScale(after: cycles[2], in: chain)?.count == 25)
  }

  @Test("what people say of how sure they are now holds the next size down")
  func cautious() {
    let scale = NextScale(
      after: Self.cycle(
        "a",
        [
          "scale": ["patients": 5], "act": ["decision": "scale-up"],
          "howSure": [
            "after": ["degreeOfBelief": "low", "costOfFailure": "small", "commitment": "strong"]
          ],
        ]))
    #expect(scale?.count == 5)
    #expect(scale?.reason == .cautious(.small))
  }

  @Test("a first test is not asked for a predecessor; a follower without a lesson is named")
  func iterative() {
    let first = Self.cycle("a", ["ramp": "Socks", "study": ["summary": "Too short"]])
    let linked = Self.cycle("b", ["ramp": "Socks", "parentCycle": "a"])
    let loose = Self.cycle("c", ["ramp": "Socks"])
    #expect(RampQuality.iterative(Ramp(of: first, among: [first])).verdict == .notAsked)
    #expect(RampQuality.iterative(Ramp(of: first, among: [first, linked])).verdict == .met)
    let judgement = RampQuality.iterative(Ramp(of: first, among: [first, linked, loose]))
    #expect(judgement.verdict == .notMet)
    #expect(judgement.evidence == .notCarriedOn(["Test c"], of: 2))
  }

  @Test("ten monthly numbers around a ramp are data over time; nine, quarters and gaps are not")
  func dataOverTime() throws {
    let today = try #require(CalendarDate("2026-06-15"))
    let ramp = Ramp(of: Self.cycle("a", ["actualStart": "2026-06-01"]), among: [])
    func verdict(_ count: Int, _ frequency: String, _ point: JSON = ["value": 1]) -> FeatureVerdict
    {
      let measure = Measure(["name": "Warmth", "frequency": .string(frequency)])
      let points = (0..<count).map { index -> SeriesPoint in
        var tree = point
        let period = Period(.month, containing: today).advanced(by: -index)
        tree["period"] = .string(period.description)
        return SeriesPoint(tree)
      }
      return RampQuality.dataOverTime(ramp, [(measure, points)], today: today).verdict
    }
    #expect(verdict(10, "month") == .met)
    #expect(verdict(9, "month") == .notYet)
    #expect(verdict(10, "quarter") == .notMet)
    #expect(verdict(10, "month", ["status": "missing"]) == .notYet)
    // Numbers from long before the ramp tell nothing about it.
    #expect(verdict(40, "month") == .met)
    let before = Ramp(
      of: Self.cycle("a", ["actualStart": "2020-06-01", "actualEnd": "2020-07-01"]), among: [])
    let measure = Measure(["name": "Warmth", "frequency": "month"])
    let late = (0..<12).map {
      SeriesPoint(["period": .string("2026-\($0 < 9 ? "0" : "")\($0 + 1)")])
    }
    #expect(
      RampQuality.dataOverTime(before, [(measure, late)], today: today).evidence
        == .tooFewPoints(0, measure: "Warmth"))
  }

  @Test("predictions over time add up quarter by quarter, the latest surprise first")
  func history() throws {
    let today = try #require(CalendarDate("2026-06-15"))
    func judged(_ id: String, _ end: String, _ matched: String) -> Cycle {
      Self.cycle(
        id,
        [
          "actualEnd": .string(end), "plan": ["predictions": [["prediction": .string(id)]]],
          "study": ["results": [["result": "r", "matched": .string(matched)]]],
        ])
    }
    let history = PredictionHistory(
      of: [
        judged("a", "2026-05-01", "no"), judged("b", "2026-01-10", "partly"),
        judged("c", "2026-02-10", "yes"), Self.cycle("d"),
      ], today: today)
    #expect(history.total.judged == 3)
    #expect(history.quarters.map(\.period.description) == ["2026-Q1", "2026-Q2"])
    #expect(history.quarters.map(\.record.judged) == [2, 1])
    #expect(history.surprises.map(\.prediction) == ["a", "b"])
  }
}
