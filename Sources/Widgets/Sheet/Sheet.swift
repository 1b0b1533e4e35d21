import Cells

/// One column of a sheet: how wide it wants to be, and whether it is typed into.
public struct SheetColumn: Hashable, Sendable {
  public var layout: TableColumn
  public var isTyped: Bool
  /// Whether the first character typed into a cell takes the place of what stands there.
  public var beginsAnew: Bool

  public init(_ layout: TableColumn, isTyped: Bool = false, beginsAnew: Bool = false) {
    self.layout = layout
    self.isTyped = isTyped
    self.beginsAnew = beginsAnew
  }
}

/// One cell of a sheet, both counted from 0.
public struct SheetPlace: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A small table that is typed into, as in a spreadsheet, by keys alone.
///
/// Arrows and Tab walk over the cells that can be typed into. A cell just reached is taken as a
/// whole: typing begins it anew where its column wants that, Backspace and Home go into what stands
/// there.
public struct Sheet: Hashable, Sendable {
  /// What a key did.
  public enum Outcome: Hashable, Sendable {
    case ignored, moved
    case changed(SheetPlace)
  }

  public let columns: [SheetColumn]
  public private(set) var cells: [[String]]
  /// What is wrong with a cell, in words that stand beside it.
  public var errors: [SheetPlace: String] = [:]
  /// Rows with a mark before them, such as those that were typed into.
  public var marks: Set<Int> = []
  public private(set) var cursor: SheetPlace
  var field: TextField
  /// Whether the cell was just reached and nothing typed.
  private(set) var isFresh = true
  var list: List

  /// - Parameter cells: as many texts a row as there are columns; those of columns that are only
  ///   read may be empty, because they are drawn by whoever draws the sheet.
  public init(columns: [SheetColumn], cells: [[String]], row: Int = 0, column: Int? = nil) {
    self.columns = columns
    self.cells = cells.map { row in
      columns.indices.map { row.indices.contains($0) ? row[$0] : "" }
    }
    let typed = columns.indices.filter { columns[$0].isTyped }
    let wanted = column.flatMap { typed.contains($0) ? $0 : nil } ?? typed.first ?? 0
    cursor = SheetPlace(row: min(max(0, row), max(0, cells.count - 1)), column: wanted)
    field = TextField()
    list = List(count: cells.count, selection: cursor.row)
    reach(cursor)
  }

  public subscript(place: SheetPlace) -> String {
    guard contains(place) else { return "" }
    return cells[place.row][place.column]
  }

  /// Puts a text into a cell that can be typed into, wherever the cursor is.
  public mutating func put(_ text: String, at place: SheetPlace) {
    guard contains(place), columns[place.column].isTyped else { return }
    cells[place.row][place.column] = TextField(text).text
    if place == cursor { reach(cursor) }
  }

  private func contains(_ place: SheetPlace) -> Bool {
    cells.indices.contains(place.row) && columns.indices.contains(place.column)
  }

  /// The columns that can be typed into, in reading order.
  public var typedColumns: [Int] { columns.indices.filter { columns[$0].isTyped } }

  /// Goes to a cell, or as near to it as there are cells.
  public mutating func go(to place: SheetPlace) {
    let typed = typedColumns
    guard !cells.isEmpty, let first = typed.first else { return }
    reach(
      SheetPlace(
        row: min(max(0, place.row), cells.count - 1),
        column: typed.contains(place.column) ? place.column : first))
  }

  private mutating func reach(_ place: SheetPlace) {
    cursor = place
    field.setText(self[place])
    isFresh = true
    list.select(place.row)
  }

  public mutating func handle(_ key: Key) -> Outcome {
    guard contains(cursor) else { return .ignored }
    switch key {
    case .up: return move(rows: -1)
    case .down, .enter: return move(rows: 1)
    case .pageUp: return move(rows: -max(1, list.visibleRows - 1))
    case .pageDown: return move(rows: max(1, list.visibleRows - 1))
    case .tab: return moveOn(by: 1)
    case .backTab: return moveOn(by: -1)
    case .left where isFresh || field.cursor == 0: return move(columns: -1)
    case .right where isFresh || field.cursor == field.characters.count: return move(columns: 1)
    default: return type(key)
    }
  }

  private mutating func move(rows: Int) -> Outcome {
    go(to: SheetPlace(row: cursor.row + rows, column: cursor.column))
    return .moved
  }

  /// Along the row; at its end nothing moves.
  private mutating func move(columns step: Int) -> Outcome {
    let typed = typedColumns
    guard let index = typed.firstIndex(of: cursor.column), typed.indices.contains(index + step)
    else { return .moved }
    go(to: SheetPlace(row: cursor.row, column: typed[index + step]))
    return .moved
  }

  /// In reading order, from the end of a row to the next, from the last cell to the first.
  private mutating func moveOn(by step: Int) -> Outcome {
    let typed = typedColumns
    guard let index = typed.firstIndex(of: cursor.column) else { return .ignored }
    let count = typed.count * cells.count
    let next = (cursor.row * typed.count + index + step + count) % count
    go(to: SheetPlace(row: next / typed.count, column: typed[next % typed.count]))
    return .moved
  }

  private mutating func type(_ key: Key) -> Outcome {
    if isFresh, case .character = key, columns[cursor.column].beginsAnew { field.setText("") }
    // Delete takes a whole cell away where nothing of it was chosen.
    let reaction: Reaction
    if isFresh, key == .delete {
      field.setText("")
      reaction = .changed
    } else {
      reaction = field.handle(key)
    }
    guard reaction != .ignored else { return .ignored }
    isFresh = false
    return keepTyped()
  }

  /// Puts text from elsewhere into the cell at the cursor.
  public mutating func insert(_ text: String) -> Outcome {
    guard contains(cursor) else { return .ignored }
    if isFresh, columns[cursor.column].beginsAnew { field.setText("") }
    field.insert(text)
    isFresh = false
    return keepTyped()
  }

  private mutating func keepTyped() -> Outcome {
    guard field.text != self[cursor] else { return .moved }
    cells[cursor.row][cursor.column] = field.text
    return .changed(cursor)
  }
}
