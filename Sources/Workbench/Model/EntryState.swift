import Cells
import Collaborative
import Improvement
import Widgets

/// A grid for entering one period's numbers across measures.
///
/// What was typed for other periods is kept while the grid moves through time; it is all saved as
/// one step.
public struct EntryState: Sendable {
  /// The columns of the grid.
  enum Column: CaseIterable { case measure, site, before, number, note, gaps }

  /// The site that was looked at when it was opened.
  public var site: String?
  /// The measure that was looked at, where it has no number yet.
  public var measure: String?
  public var ticket: Int
  public var table: EntryTable?
  public var sheet: Sheet?
  /// How many periods the grid stands after the newest that has ended.
  public private(set) var steps = 0
  /// What was typed, by `NumberEntry.key`.
  public var entries: [String: NumberEntry] = [:]
  /// What was refused, by the same keys.
  public var refused: [String: String] = [:]
  public var problem: String?
  public var isSaving = false
  public var isDraft = false
  /// What was typed before the measures were there.
  var typedAhead: [Input] = []

  /// Whether nothing can be typed into it yet.
  var isReading: Bool { sheet == nil && problem == nil }

  public init(site: String?, measure: String? = nil, ticket: Int) {
    self.site = site
    self.measure = measure
    self.ticket = ticket
  }

  /// What asks for the rows, anew after somebody else changed them.
  var question: Effect {
    .ask(.entryTable(lookingAt: site, beginning: measure), .form, ticket: ticket)
  }

  /// Takes the measures; what was typed before the last reading stays, and a draft comes back.
  mutating func accept(_ table: EntryTable, measure: String?) {
    let isFirst = self.table == nil
    self.table = table
    if isFirst {
      entries = Self.entries(from: table.draft, table.rows)
      isDraft = !entries.isEmpty
    } else {
      catchUp(table.rows)
    }
    let row = sheet?.cursor.row ?? table.rows.firstIndex { $0.measure.id == measure } ?? 0
    lay(at: SheetPlace(row: row, column: sheet?.cursor.column ?? position(of: .number)))
  }

  /// What somebody else entered is seen from now on, so that saving again is a decision.
  private mutating func catchUp(_ rows: [EntryRow]) {
    for row in rows {
      for (key, var entry) in entries where entry.seriesID == row.seriesID {
        entry.before = row.numbers[entry.period]?.text ?? ""
        entry.noteBefore = row.numbers[entry.period]?.note ?? ""
        entries[key] = entry
      }
    }
  }

  /// Lays the sheet out anew for the period it stands at.
  mutating func lay(at place: SheetPlace) {
    guard let table else { return }
    var sheet = Sheet(
      columns: columns.map { definition(of: $0) },
      cells: table.rows.map { row in
        let entry = entry(of: row)
        return columns.map { $0 == .number ? entry.text : $0 == .note ? entry.note : "" }
      }, row: place.row, column: place.column)
    for (index, row) in table.rows.enumerated() {
      let key = NumberEntry.key(row.seriesID, period(of: row))
      if entries[key] != nil { sheet.marks.insert(index) }
      guard let words = refused[key] else { continue }
      sheet.errors[SheetPlace(row: index, column: position(of: .number))] = words
    }
    self.sheet = sheet
  }

  /// What the columns hold, in reading order; sites are told apart where there are several.
  var columns: [Column] {
    Column.allCases.filter { $0 != .site || table?.places.count ?? 0 > 1 }
  }

  func column(at place: SheetPlace) -> Column? { columns[safe: place.column] }

  /// Where a column stands.
  func position(of column: Column) -> Int { columns.firstIndex(of: column) ?? 0 }

  private func definition(of column: Column) -> SheetColumn {
    let (now, before) = headings
    return switch column {
    case .measure: SheetColumn(TableColumn("measure", minimum: 14, ideal: 28))
    case .site: SheetColumn(TableColumn("site", minimum: 12, ideal: 20))
    case .before: SheetColumn(TableColumn(before, minimum: 11, ideal: 12, priority: 1))
    case .number:
      SheetColumn(TableColumn(now, minimum: 12, ideal: 14), isTyped: true, beginsAnew: true)
    case .note: SheetColumn(TableColumn("note", minimum: 8, ideal: 40), isTyped: true)
    case .gaps: SheetColumn(TableColumn("also missing", minimum: 26, ideal: 26, priority: 3))
    }
  }

  /// What stands above the two columns of numbers: their period where all rows have the same.
  private var headings: (now: String, before: String) {
    let periods = Set(table?.rows.map { period(of: $0) } ?? [])
    guard periods.count == 1, let period = periods.first else { return ("this time", "before") }
    return (period.label, period.advanced(by: -1).label)
  }

  /// Whether rows stand for periods of different lengths, which are then said beside their names.
  var isMixed: Bool { Set(table?.rows.map(\.measure.frequency) ?? []).count > 1 }

  /// The period in words, or for rows of different lengths the newest days in it.
  var periodWords: String {
    let periods = Set(table?.rows.map { period(of: $0) } ?? [])
    return periods.sorted().suffix(3).map(\.label).joined(separator: ", ")
  }

  func period(of row: EntryRow) -> Period {
    row.period(steps: steps, today: table?.today ?? CalendarDate(daysSince1970: 0))
  }

  /// What stands in a row: what was typed, else what is known.
  func entry(of row: EntryRow) -> NumberEntry {
    let period = period(of: row)
    if let typed = entries[NumberEntry.key(row.seriesID, period)] { return typed }
    let known = row.numbers[period]
    let (text, note) = (known?.text ?? "", known?.note ?? "")
    return NumberEntry(
      seriesID: row.seriesID, siteID: row.siteID, measureID: row.measure.id, period: period,
      text: text, note: note, before: text, noteBefore: note)
  }

  /// Moves through time; not beyond the period that is going on.
  mutating func move(by step: Int) -> Bool {
    guard steps + step <= 1, let sheet else { return false }
    steps += step
    lay(at: sheet.cursor)
    return true
  }

  // MARK: Typing

  /// Notes what was typed into a cell; what is as it was before is no change.
  mutating func keep(_ place: SheetPlace) {
    guard let table, let sheet, table.rows.indices.contains(place.row) else { return }
    var entry = entry(of: table.rows[place.row])
    switch column(at: place) {
    case .number: entry.text = sheet[place]
    case .note: entry.note = sheet[place]
    default: return
    }
    let isChanged = entry.text != entry.before || entry.note != entry.noteBefore
    entries[entry.key] = isChanged ? entry : nil
    refused[entry.key] = nil
    let number = SheetPlace(row: place.row, column: position(of: .number))
    self.sheet?.errors[number] = nil
    if isChanged {
      self.sheet?.marks.insert(place.row)
    } else {
      self.sheet?.marks.remove(place.row)
    }
  }

  /// Says what is wrong with the row that the cursor leaves, as far as that can be told here.
  mutating func check(row: Int) {
    guard let table, table.rows.indices.contains(row) else { return }
    let entry = entry(of: table.rows[row])
    guard entries[entry.key] != nil, refused[entry.key] == nil,
      let problem = entry.problem(of: table.rows[row].measure)
    else { return }
    refuse(entry.key, problem.words)
  }

  mutating func refuse(_ key: String, _ words: String) {
    refused[key] = words
    guard
      let row = table?.rows.firstIndex(where: {
        NumberEntry.key($0.seriesID, period(of: $0)) == key
      })
    else { return }
    let place = SheetPlace(row: row, column: position(of: .number))
    sheet?.errors[place] = words
  }
}

extension NumberEntry {
  /// What is wrong with what was typed, but for what only the store knows.
  func problem(of measure: Measure) -> EntryProblem? {
    if text.allSatisfy(\.isWhitespace) { return .noNumber(before: before) }
    do throws(ObservationError) {
      _ = try ObservationText.parse(text, of: measure.dataKind)
      return nil
    } catch {
      return .unreadable(error)
    }
  }
}
