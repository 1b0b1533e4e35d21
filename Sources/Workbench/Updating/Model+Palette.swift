import Cells
import Collaborative
import Widgets

extension Model {
  mutating func openPalette() -> [Effect] { searchPalette(PaletteState()) }

  /// Commands are matched here; documents are asked for.
  mutating func searchPalette(_ state: PaletteState) -> [Effect] {
    var state = state
    state.ticket = nextTicket()
    state.list.setCount(paletteEntries(state).count)
    state.list.select(0)
    overlay = .palette(state)
    return [.ask(.find(state.field.text), .palette, ticket: state.ticket)]
  }

  mutating func acceptPalette(_ found: [FoundDocument], _ ticket: Int) {
    guard case .palette(var state) = overlay, state.ticket == ticket else { return }
    state.found = found
    state.list.setCount(paletteEntries(state).count)
    overlay = .palette(state)
  }

  /// One line of the palette: a command that fits here, or a document.
  enum PaletteEntry: Sendable {
    case command(Command)
    case document(FoundDocument)
  }

  func paletteEntries(_ state: PaletteState) -> [PaletteEntry] {
    let commands = CommandTable.all
      .filter { belongsHere($0) && $0.group != .move && $0.group != .form }
      .compactMap { command in
        FuzzyMatch(state.field.text, in: command.title).map { (command, $0.score) }
      }
      .sorted { $0.1 > $1.1 }.map { PaletteEntry.command($0.0) }
    let documents = state.found.map(PaletteEntry.document)
    return state.field.text.isEmpty ? commands + documents : documents + commands
  }

  mutating func handleInPalette(_ state: PaletteState, _ key: Key) -> [Effect] {
    var state = state
    switch key {
    case .escape, .control("c"), .control("p"):
      overlay = nil
    case .down, .control("n"), .tab:
      state.list.move(by: 1)
      overlay = .palette(state)
    case .up, .backTab:
      state.list.move(by: -1)
      overlay = .palette(state)
    case .enter:
      overlay = nil
      let entries = paletteEntries(state)
      guard entries.indices.contains(state.list.selection) else { return [] }
      switch entries[state.list.selection] {
      case .command(let command): return run(command)
      case .document(let found): return open(found.target)
      }
    default:
      let before = state.field.text
      _ = state.field.handle(key)
      overlay = .palette(state)
      if state.field.text != before { return searchPalette(state) }
    }
    return []
  }
}
