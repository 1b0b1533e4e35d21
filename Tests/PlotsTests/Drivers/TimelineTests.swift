import Cells
import TestSupport
import Testing

@testable import Plots

@Suite("Timelines")
struct TimelineTests {
  @Test("no test hides another, and those of a line keep their order", arguments: 0..<60)
  func overlaps(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let axis = TimeAxis(first: 0, last: 400)
    for _ in 0..<20 {
      let days = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        Int.random(in: -20...420, using: &generator)
      }.sorted()
      let ramp = RampTimeline.Ramp(
        name: "r",
        tests: days.enumerated().map { index, day in
          RampTimeline.Test(
            id: "\(index)", day: day,
            size: [nil, 1, 5, 25, 1_000].randomElement(using: &generator) ?? nil,
            state: RampTimeline.Test.State.allCases.randomElement(using: &generator) ?? .plan,
            words: "")
        })
      let columns = Int.random(in: 0...120, using: &generator)
      let layout = RampLayout(ramp, axis: axis, columns: columns, glyphs: .unicode)
      #expect(layout.places.count == (columns == 0 ? 0 : days.count))
      var taken: Set<Point> = []
      var last: [Int: Int] = [:]
      for index in layout.places.keys.sorted() {
        guard let place = layout.places[index] else { continue }
        #expect(place.column >= 0 && place.column + place.width <= columns)
        #expect(place.line < layout.lines)
        for column in place.column..<(place.column + place.width) {
          #expect(taken.insert(Point(column: column, row: place.line)).inserted, "seed \(seed)")
        }
        #expect(last[place.line, default: -1] < place.column)
        last[place.line] = place.column
      }
    }
  }

  @Test("a later day never stands before an earlier one on the axis")
  func monotone() {
    let axis = TimeAxis(first: 100, last: 500)
    for columns in [1, 2, 20, 80, 300] {
      let places = (90...510).map { axis.column(of: $0, columns: columns) }
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(places.first == 0 && places.last == columns - 1)
    }
  }

  @Test("every state has a mark of its own, in both kinds of signs", arguments: Glyphs.allCases)
  func marks(_ glyphs: Glyphs) {
    let marks = RampTimeline.Test.State.allCases.map { $0.sign(glyphs) + $0.letter }
    #expect(Set(marks).count == marks.count)
    let milestones = [MilestoneTimeline.Entry.State.open, .done, .late]
      .map { MilestoneTimeline.Entry.sign($0, glyphs) }
    #expect(Set(milestones).count == 3)
  }

  @Test("timelines are drawn at every size, and the chosen one is in sight")
  func robustness() {
    let axis = TimeAxis(
      first: 0, last: 300, ticks: (0..<10).map { TimeAxis.Tick(day: $0 * 30, label: "2026-0\($0)") }
    )
    let ramps = RampTimeline(
      ramps: (0..<12).map { row in
        RampTimeline.Ramp(
          name: "Ramp number \(row)",
          tests: (0..<4).map {
            RampTimeline.Test(
              id: "\(row)-\($0)", day: row * 10 + $0 * 40, size: $0, state: .adapt, words: "w")
          })
      }, axis: axis, today: 150)
    let milestones = MilestoneTimeline(
      entries: (0..<12).map {
        MilestoneTimeline.Entry(
          text: "Milestone \($0)", words: "due", state: .late, due: $0 * 20, done: nil)
      }, axis: axis, today: 150)
    for columns in [0, 1, 5, 20, 41, 80, 200] {
      for rows in [0, 1, 2, 3, 6, 12, 30] {
        var grid = Grid(Size(columns: columns, rows: rows))
        let point = ramps.draw(into: &grid, rect: grid.bounds, cursor: "11-3")
        if columns >= 41, rows >= 6 { #expect(point != nil) }
        var other = Grid(Size(columns: columns, rows: rows))
        let chosen = milestones.draw(into: &other, rect: other.bounds, cursor: 11)
        if columns >= 20, rows >= 3 { #expect(chosen != nil) }
      }
    }
  }

  @Test("a cursor goes along a ramp, and across to the test nearest in time")
  func moving() {
    func test(_ id: String, _ day: Int) -> RampTimeline.Test {
      RampTimeline.Test(id: id, day: day, size: 1, state: .plan, words: id)
    }
    let plot = RampTimeline(
      ramps: [
        RampTimeline.Ramp(name: "a", tests: [test("a1", 0), test("a2", 100)]),
        RampTimeline.Ramp(name: "none", tests: []),
        RampTimeline.Ramp(name: "b", tests: [test("b1", 10), test("b2", 90), test("b3", 200)]),
      ], axis: TimeAxis(first: 0, last: 200), today: 50)
    #expect(plot.neighbour(of: nil) == "a1")
    #expect(plot.neighbour(of: "a1", along: 1) == "a2")
    #expect(plot.neighbour(of: "a2", along: 1) == "a2")
    #expect(plot.neighbour(of: "a2", across: 1) == "b2")
    #expect(plot.neighbour(of: "b3", across: -1) == "a2")
    #expect(plot.neighbour(of: "b3", across: 1) == "b3")
  }
}
