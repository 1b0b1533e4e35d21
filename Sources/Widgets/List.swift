import Cells

/// A list of any length, of which only the rows in sight are ever asked for.
///
/// It holds a count, a selection and the first row in sight, and never the rows themselves, so that a
/// list of a hundred thousand documents costs no more than one of ten.
public struct List: Hashable, Sendable {
  public private(set) var count: Int
  /// The selected row; 0 in an empty list.
  public private(set) var selection: Int
  /// The first row in sight, as of the last move or layout.
  public private(set) var top: Int
  /// Rows that there was room for, as of the last layout.
  public private(set) var visibleRows: Int
  /// Rows that are marked, such as for a command upon several.
  public var marks: Set<Int> = []

  public init(count: Int = 0, selection: Int = 0) {
    self.count = max(0, count)
    self.selection = 0
    top = 0
    visibleRows = 20
    select(selection)
  }

  /// The selected row, nil in an empty list.
  public var selected: Int? { count == 0 ? nil : selection }

  /// Tells how many rows there are now; the selection stays where it can.
  public mutating func setCount(_ count: Int) {
    self.count = max(0, count)
    select(selection)
  }

  /// Tells how many rows there is room for.
  public mutating func layout(rows: Int) {
    visibleRows = max(1, rows)
    top = window(rows: visibleRows).lowerBound
  }

  public mutating func select(_ row: Int) {
    selection = min(max(0, row), max(0, count - 1))
    top = window(rows: visibleRows).lowerBound
  }

  public mutating func move(by rows: Int) {
    select(selection + min(max(rows, -count), count))
  }

  /// Moves by whole screens, less one row so that a reader keeps the place.
  public mutating func page(by pages: Int) { move(by: pages * max(1, visibleRows - 1)) }

  /// Moves by half screens.
  public mutating func halfPage(by halves: Int) { move(by: halves * max(1, visibleRows / 2)) }

  public mutating func toStart() { select(0) }
  public mutating func toEnd() { select(count - 1) }

  /// Scrolls without moving the selection further than the view makes it.
  public mutating func scroll(by rows: Int) {
    let last = max(0, count - visibleRows)
    top = min(max(0, top + min(max(rows, -count), count)), last)
    let margin = margin(rows: visibleRows)
    let low = top == 0 ? 0 : top + margin
    let high = top == last ? count - 1 : top + visibleRows - 1 - margin
    selection = min(max(selection, low), max(low, high))
    selection = min(max(0, selection), max(0, count - 1))
  }

  /// The rows in sight where there is room for `rows`, with a margin around the selection.
  ///
  /// Never empty unless the list or the room is. Complexity: O(1).
  public func window(rows: Int) -> Range<Int> {
    guard count > 0, rows > 0 else { return 0..<0 }
    let margin = margin(rows: rows)
    var first = min(top, selection - margin)
    first = max(first, selection + margin - rows + 1)
    first = max(0, min(first, count - rows))
    return first..<min(count, first + rows)
  }

  public mutating func handle(_ key: Key) -> Reaction {
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: page(by: -1)
    case .pageDown: page(by: 1)
    case .home: toStart()
    case .end: toEnd()
    default: return .ignored
    }
    return .moved
  }

  /// The row at a place that was pointed at, where the list was drawn into `rect`.
  public func row(at point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point) else { return nil }
    let window = window(rows: rect.rows)
    let row = window.lowerBound + point.row - rect.row
    return window.contains(row) ? row : nil
  }

  private func margin(rows: Int) -> Int { min(2, (rows - 1) / 3) }
}
