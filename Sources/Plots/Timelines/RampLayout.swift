import Cells

/// On which line of a ramp and in which column each of its tests stands.
///
/// Tests keep their order. Where two would overlap, the later one moves right as long as there is
/// room, and onto a line of its own where there is none, so that no test hides another.
struct RampLayout {
  struct Place: Equatable {
    var line: Int
    var column: Int
    var width: Int
  }

  /// By the test's place in its ramp; those without a day have none.
  private(set) var places: [Int: Place] = [:]
  private(set) var lines = 1

  init(_ ramp: RampTimeline.Ramp, axis: TimeAxis, columns: Int, glyphs: Glyphs) {
    var ends: [Int] = [0]
    for (index, test) in ramp.tests.enumerated() {
      guard let day = test.day, columns > 0 else { continue }
      let width = min(columns, TextWidth.of(test.mark(glyphs), glyphs: glyphs))
      let wanted = min(axis.column(of: day, columns: columns), columns - width)
      // A mark may slip by its own width before it would mislead about its day.
      let line = ends.firstIndex {
        max(wanted, $0) <= wanted + width && max(wanted, $0) + width <= columns
      }
      let chosen = line ?? ends.count
      if line == nil { ends.append(0) }
      let column = max(wanted, ends[chosen])
      places[index] = Place(line: chosen, column: column, width: width)
      ends[chosen] = column + width + 1
    }
    lines = ends.count
  }
}
