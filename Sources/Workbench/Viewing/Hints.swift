import Cells

/// A key and what it does, as the bottom line shows it.
struct Hint: Equatable {
  var key: String
  var text: String
}

extension Model {
  /// The keys that matter for what has the focus: those that can be used now, the nearest first.
  var hints: [Hint] {
    switch overlay {
    case .help: return [Hint(key: "Esc", text: "close"), Hint(key: "j k", text: "scroll")]
    case .confirm: return [Hint(key: "y", text: "yes"), Hint(key: "any other key", text: "no")]
    case .palette, .filter:
      return [Hint(key: "Enter", text: "choose"), Hint(key: "Esc", text: "close")]
    case .form(let state):
      if state.form == nil { return [Hint(key: "Esc", text: "close")] }
      return commandHints + [Hint(key: "Tab", text: "next field")]
    case .entry(let state):
      return state.table == nil ? [Hint(key: "Esc", text: "close")] : commandHints
    case .prompt, nil: return commandHints
    }
  }

  private var commandHints: [Hint] {
    let fitting = CommandTable.all.filter { command in
      command.hint != nil && command.belongs(to: context, in: section)
        && command.disabled(self) == nil && isWorthAHint(command)
        && command.keys.first.flatMap {
          Keymap.standard.command(for: $0.key, in: context, section: section)?.id
        } == command.id
    }
    return fitting.sorted { rank($0) < rank($1) }.prefix(7).compactMap { command in
      guard let key = command.keys.first, let text = command.hint else { return nil }
      return Hint(key: key.description, text: showsBoard(command) ? "list" : text)
    }
  }

  /// Whether a command leads back to the list.
  private func showsBoard(_ command: Command) -> Bool {
    sectionState.isBoard && (command.id == "board" || command.id == "multiples")
  }

  /// Going back is no hint at the top, leaving none further in.
  private func isWorthAHint(_ command: Command) -> Bool {
    let isAtTop = places.count == 1 && !isInDetailPane && sectionState.query.isEmpty
    switch command.id {
    case "back": return !isAtTop
    case "quit": return isAtTop
    default: return true
    }
  }

  private func rank(_ command: Command) -> Int {
    switch command.group {
    case .form: 0
    // A phase is rarely on offer, and then it is what the chart asks about.
    case .change: command.id == "chart.phase" ? 0 : command.sections.isEmpty ? 3 : 1
    case .chart: 2
    case .look:
      switch command.id {
      case "back": 0
      // What belongs to this section comes before what every list has.
      case "open": 2
      case "board", "multiples", "compare": 2
      default: 4
      }
    case .move: 1
    case .sections, .program: 6
    }
  }
}
