import Cells
import Collaborative
import Widgets

extension Model {
  mutating func handleInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .form(let state): return handleInForm(state, key)
    case .entry(let state): return handleInEntry(state, key)
    case .palette(let state): return handleInPalette(state, key)
    case .prompt(let state): return handleInPrompt(state, key)
    case .filter(let state): return handleInFilter(state, key)
    case .help(let sheet): return handleInHelp(sheet, key)
    case .confirm(let question): return handleInConfirmation(question, key)
    case .facets(let state): return handleInFacets(state, key)
    case .siteFacets(let state): return handleInFacets(state, key)
    case .searches(let state): return handleInKept(state, key)
    case .portfolios(let state): return handleInKept(state, key)
    case .choice(let state): return handleInChoice(state, key)
    case nil: return []
    }
  }

  private mutating func handleInConfirmation(
    _ question: Confirmation, _ key: Key
  ) -> [Effect] {
    switch question.confirm.handle(key) {
    case .yes:
      overlay = nil
      return [.perform(question.operation)]
    case .no:
      overlay = nil
      if question.operation.movesAdoption { return followPending() }
    case .ignored: break
    }
    return []
  }

  // MARK: Help

  mutating func openHelp() -> [Effect] {
    var sheet = HelpSheet(groups: helpGroups)
    sheet.layout(helpRect.inset(columns: 2, rows: 1).size)
    overlay = .help(sheet)
    return []
  }

  /// The keys for where the person is, by what they do.
  private var helpGroups: [HelpSheet.Group] {
    Command.Group.allCases.compactMap { group in
      let commands = CommandTable.all.filter {
        $0.group == group && belongsHere($0) && !keysHere($0).isEmpty
      }
      guard !commands.isEmpty else { return nil }
      return HelpSheet.Group(
        title: group.rawValue,
        entries: commands.map { command in
          HelpSheet.Entry(
            keys: keysHere(command).map(\.description).joined(separator: " "),
            label: command.title, disabled: command.disabled(self))
        })
    }
  }

  /// The keys that mean a command here; where another one has a key, that is told there and once.
  private func keysHere(_ command: Command) -> [Keystroke] {
    command.keys.filter { self.command(for: $0.key)?.id == command.id }
  }

  private mutating func handleInHelp(_ sheet: HelpSheet, _ key: Key) -> [Effect] {
    var sheet = sheet
    let moved: Key =
      switch key {
      case .character("j"): .down
      case .character("k"): .up
      default: key
      }
    overlay = sheet.handle(moved) == .ignored ? nil : .help(sheet)
    return []
  }

  // MARK: Filter

  mutating func openFilter() -> [Effect] {
    let choices = filterChoices
    overlay = .filter(
      FilterState(
        choices: choices,
        picker: Picker(
          title: "Show in \(section.title)", items: choices.map { PickerItem($0.label) },
          selected: choices.firstIndex { $0 == sectionState.query.filter })))
    return []
  }

  private mutating func handleInFilter(_ state: FilterState, _ key: Key) -> [Effect] {
    var state = state
    switch state.picker.handle(key) {
    case .chosen(let index):
      overlay = nil
      let choice = state.choices[index]
      sectionState.query.filter = choice.kind == .everything ? nil : choice
      return loadRows(of: section)
    case .cancelled: overlay = nil
    case .ignored, .moved: overlay = .filter(state)
    }
    return []
  }

  // MARK: Paste

  /// A paste is text, never commands: it goes where text is typed, and nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    switch overlay {
    case .form(let state) where state.isBusy: return hold(.paste(text), in: state)
    case .form(var state):
      if state.choosing != nil {
        state.choosing?.picker.paste(text)
      } else {
        state.paste(text)
      }
      overlay = .form(state)
    case .entry(let state): pasteIntoEntry(state, text)
    case .prompt(var state):
      state.line.paste(text)
      overlay = .prompt(state)
      return state.kind == .find ? findWhileTyping(state) : []
    case .palette(var state):
      state.field.insert(text)
      return searchPalette(state)
    case .filter(var state):
      state.picker.paste(text)
      overlay = .filter(state)
    case .facets(let state): pasteIntoFacets(state, text)
    case .siteFacets(let state): pasteIntoFacets(state, text)
    case .searches(let state): pasteIntoKept(state, text)
    case .portfolios(let state): pasteIntoKept(state, text)
    case .choice(var state):
      state.picker.paste(text)
      overlay = .choice(state)
    case .help, .confirm, nil:
      status = Status("there is no field to paste into here", tone: .caution)
    }
    return []
  }
}
