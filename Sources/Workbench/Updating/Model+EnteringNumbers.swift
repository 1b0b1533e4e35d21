import Cells
import Collaborative
import Improvement
import Widgets

extension Model {
  /// Opens the grid for the sites this person enters numbers for, at the measure in sight.
  mutating func openEntry() -> [Effect] {
    let tile = tileInSight
    let state = EntryState(
      site: tile.flatMap { $0.siteID.isEmpty ? nil : $0.siteID },
      measure: tile.flatMap { $0.isAwaited ? $0.chart.measure.id : nil }, ticket: nextTicket())
    overlay = .entry(state)
    return [state.question]
  }

  /// The measure at a site that is selected.
  var tileInSight: MeasureTile? {
    guard case .section = place, case .measures(let rows) = sectionState.rows else { return nil }
    return rows[safe: sectionState.list.selection]
  }

  mutating func acceptEntry(_ table: EntryTable, _ ticket: Int) -> [Effect] {
    guard case .entry(var state) = overlay, state.ticket == ticket else { return [] }
    let typedAhead = state.typedAhead
    state.typedAhead = []
    state.accept(table, measure: tileInSight?.chart.measure.id)
    state.sheet?.layout(rows: entryRect.rows)
    if state.isDraft { status = Status("your draft is back: ^s saves it", tone: .caution) }
    overlay = .entry(state)
    return typedAhead.flatMap { handle($0) }
  }

  mutating func handleInEntry(_ state: EntryState, _ key: Key) -> [Effect] {
    if key == .control("c") { return leaveEntry() }
    var state = state
    if state.isReading, key != .escape {
      state.typedAhead.append(.key(key))
      overlay = .entry(state)
      return []
    }
    let isInNote = state.sheet.map { state.column(at: $0.cursor) == .note } ?? false
    // In a note a bracket is text.
    let isText = isInNote && (key == .character("[") || key == .character("]"))
    if !isText,
      let command = Keymap.standard.command(for: key, in: .entry, section: section, about: nil)
    {
      return run(command)
    }
    guard !state.isSaving else {
      state.typedAhead.append(.key(key))
      overlay = .entry(state)
      return sayStillSaving()
    }
    guard let before = state.sheet?.cursor else { return [] }
    switch state.sheet?.handle(key) {
    case .changed(let place): state.keep(place)
    case .moved:
      if state.sheet?.cursor.row != before.row { state.check(row: before.row) }
      if !status.text.isEmpty { status = .quiet }
    default: break
    }
    overlay = .entry(state)
    return []
  }

  mutating func pasteIntoEntry(_ state: EntryState, _ text: String) {
    var state = state
    if state.isSaving { _ = sayStillSaving() }
    if state.isReading || state.isSaving {
      state.typedAhead.append(.paste(text))
    } else {
      status = state.paste(text)
    }
    overlay = .entry(state)
  }

  mutating func moveEntry(by step: Int) -> [Effect] {
    guard case .entry(var state) = overlay else { return [] }
    if state.move(by: step) {
      state.sheet?.layout(rows: entryRect.rows)
    } else {
      status = Status("what comes after has not begun", tone: .caution)
    }
    overlay = .entry(state)
    return []
  }

  mutating func saveEntry() -> [Effect] {
    guard case .entry(var state) = overlay, let table = state.table, !state.isSaving else {
      return []
    }
    guard !state.entries.isEmpty else {
      status = Status("nothing was typed yet", tone: .quiet)
      return []
    }
    for row in table.rows.indices { state.check(row: row) }
    state.isSaving = true
    overlay = .entry(state)
    youngDrafts.remove(table.draftName)
    let entries = state.entries.values.sorted { $0.key < $1.key }
    return [.perform(.enterNumbers(entries, draftName: table.draftName))]
  }

  mutating func leaveEntry() -> [Effect] {
    let effects = draftEffects()
    if !effects.isEmpty { status = Status("kept as a draft", tone: .caution) }
    overlay = nil
    return effects + (effects.isEmpty ? [] : tellOfDrafts())
  }

  mutating func discardEntry() -> [Effect] {
    guard case .entry(let state) = overlay else { return [] }
    overlay = nil
    status = Status("thrown away", tone: .quiet)
    return (state.table.map { [.forgetDraft(name: $0.draftName)] } ?? []) + tellOfDrafts()
  }

  /// Shows beside each cell why it was refused; what stands in the store by now is read again.
  mutating func refuseEntry(_ refusal: Refusal) -> [Effect] {
    guard case .entry(var state) = overlay else {
      status = Status(refusal.words, tone: .bad)
      return []
    }
    state.isSaving = false
    state.typedAhead = []
    for (key, words) in refusal.fields { state.refuse(key, words) }
    state.problem = refusal.words
    if refusal.isTrouble {
      trouble = "Not saved: \(refusal.words). What you typed is kept as a draft."
      state.problem = "Not saved: ^s tries again; Esc leaves, and the draft is kept."
      overlay = .entry(state)
      return draftEffects()
    }
    state.ticket = nextTicket()
    overlay = .entry(state)
    return [state.question]
  }

  /// Where the grid is drawn: below its heading, above what is said of the cell at the cursor.
  var entryRect: Rect {
    let content = layout.content
    let below = content.rows >= 12 ? 3 : 2
    return content.splitTop(2).rest.splitBottom(below).rest
  }
}
