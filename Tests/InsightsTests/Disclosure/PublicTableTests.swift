import Insights
import TestSupport
import Testing

@Suite struct PublicTableTests {
  /// What somebody can work out who knows the rule, the threshold and every number of cases: all
  /// tables that would look the same.
  struct Solver {
    var rows: Int
    var columns: Int
    /// The number of cases of each cell, or the most events where it has none.
    var most: [Int]
    var hasCases: Bool
    var rule: SmallCounts
    var reading: Reading

    enum Reading: CaseIterable { case cells, pooled, quarters }

    func table(_ events: [Int]) -> PublicTable {
      PublicTable(
        (0..<rows).map { row in
          (0..<columns).map { column in
            let cell = row * columns + column
            return Count(events[cell], of: hasCases ? most[cell] : nil)
          }
        }, hiding: rule)
    }

    func sight(_ table: PublicTable) -> [PublicTable.Cell] {
      let all = table.cells.flatMap(\.self) + table.rowTotals + table.columnTotals + [table.total]
      return switch reading {
      case .cells: all
      case .pooled: all + table.pooled
      case .quarters: all + table.quarters([Array(0..<columns)]).flatMap(\.self)
      }
    }

    /// Every hidden cell that only one number fits, over all tables there can be.
    func told() -> [String] {
      var possible: [[PublicTable.Cell]: [Set<Int>]] = [:]
      var events = Array(repeating: 0, count: most.count)
      while true {
        let sight = sight(table(events))
        var sets = possible[sight] ?? Array(repeating: [], count: most.count)
        for cell in events.indices { sets[cell].insert(events[cell]) }
        possible[sight] = sets
        guard let next = events.indices.first(where: { events[$0] < most[$0] }) else { break }
        events[next] += 1
        for cell in 0..<next { events[cell] = 0 }
      }
      return possible.flatMap { sight, sets in
        sets.indices.filter { sight[$0] == .hidden && sets[$0].count < 2 }.map {
          "\(most) \(hasCases) \(rule.threshold) \(reading): cell \($0) is \(sets[$0])"
        }
      }
    }
  }

  @Test(arguments: [(2, 2), (1, 3), (3, 1), (2, 3), (3, 2)])
  func noCombinationOfWhatIsShownTellsAHiddenCell(_ shape: (Int, Int)) {
    var random = SeededGenerator(seed: UInt64(shape.0 * 10 + shape.1))
    let cells = shape.0 * shape.1
    for trial in 0..<(cells > 4 ? 4 : 16) {
      let hasCases = trial % 4 != 3
      let largest = cells > 4 ? 3 : 6
      for reading in Solver.Reading.allCases {
        let solver = Solver(
          rows: shape.0, columns: shape.1,
          most: (0..<cells).map { _ in
            hasCases ? Int.random(in: 0...largest, using: &random) : largest
          },
          hasCases: hasCases, rule: SmallCounts(threshold: 2 + trial % 3), reading: reading)
        #expect(solver.told() == [])
      }
    }
  }

  @Test func eventsAndNonEventsAreHiddenAndNothingIsShown() {
    let rule = SmallCounts(threshold: 11)
    #expect(!rule.isSmall(Count(0, of: 40)))
    #expect(rule.isSmall(Count(1, of: 40)))
    #expect(rule.isSmall(Count(10, of: 40)))
    #expect(!rule.isSmall(Count(11, of: 40)))
    #expect(rule.isSmall(Count(30, of: 40)))
    #expect(!rule.isSmall(Count(40, of: 40)))
    #expect(rule.isSmall(Count(0, of: 5)))
    #expect(!rule.isSmall(Count(12)))
  }

  @Test func aTotalIsHiddenWithWhatItRestsOn() {
    let table = PublicTable(
      [[Count(3, of: 90), Count(40, of: 100)], [Count(20, of: 60), nil]],
      hiding: SmallCounts(threshold: 11))
    #expect(table.cells[0] == [.hidden, .shown(Count(40, of: 100))])
    #expect(table.cells[1] == [.shown(Count(20, of: 60)), .absent])
    #expect(table.rowTotals == [.hidden, .shown(Count(20, of: 60))])
    #expect(table.columnTotals == [.hidden, .shown(Count(40, of: 100))])
    #expect(table.total == .hidden)
    #expect(!table.saysNothing)
  }

  @Test func whereAllIsHiddenSitesTogetherOrQuartersMaySaySomething() {
    let table = PublicTable(
      [
        [Count(5, of: 90), Count(6, of: 80), Count(0, of: 70)],
        [Count(7, of: 90), Count(8, of: 80), nil],
      ],
      hiding: SmallCounts(threshold: 11))
    #expect(table.saysNothing)
    #expect(
      table.pooled == [
        .shown(Count(12, of: 180)), .shown(Count(14, of: 160)), .shown(Count(0, of: 70)),
      ])
    #expect(
      table.quarters([[0, 1, 2]]) == [[.shown(Count(11, of: 240))], [.shown(Count(15, of: 170))]])
  }

  @Test func aSumThatLeavesNoChoiceIsHidden() {
    let largest = PublicTable(
      [[Count(10, of: 90)], [Count(10, of: 90)]], hiding: SmallCounts(threshold: 11))
    #expect(largest.pooled == [.hidden])
    let alone = PublicTable(
      [[Count(4, of: 90)], [Count(40, of: 90)]], hiding: SmallCounts(threshold: 11))
    #expect(alone.pooled == [.hidden])
  }
}
