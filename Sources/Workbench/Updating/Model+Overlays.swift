import Cells
import Collaborative
import Widgets

extension Model {
  mutating func handleInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .form(let state): return handleInForm(state, key)
    case .palette(let state): return handleInPalette(state, key)
    case .prompt(let state): return handleInPrompt(state, key)
    case .filter(let state): return handleInFilter(state, key)
    case .help(let scroll): return handleInHelp(scroll, key)
    case .confirm(let question):
      overlay = nil
      return key == .character("y") ? [.perform(question.operation)] : []
    case nil: return []
    }
  }

  mutating func openHelp() -> [Effect] {
    overlay = .help(scroll: 0)
    return []
  }

  private mutating func handleInHelp(_ scroll: Int, _ key: Key) -> [Effect] {
    switch key {
    case .down, .character("j"): overlay = .help(scroll: scroll + 1)
    case .up, .character("k"): overlay = .help(scroll: max(0, scroll - 1))
    case .pageDown, .character(" "): overlay = .help(scroll: scroll + contentRows)
    case .pageUp: overlay = .help(scroll: max(0, scroll - contentRows))
    default: overlay = nil
    }
    return []
  }

  // MARK: Filter

  mutating func openFilter() -> [Effect] {
    var list = ListState()
    list.count = filterChoices.count
    overlay = .filter(FilterState(choices: filterChoices, list: list))
    return []
  }

  private mutating func handleInFilter(_ state: FilterState, _ key: Key) -> [Effect] {
    var state = state
    switch key {
    case .down, .character("j"): state.list.move(by: 1)
    case .up, .character("k"): state.list.move(by: -1)
    case .enter:
      overlay = nil
      guard state.choices.indices.contains(state.list.selection) else { return [] }
      let choice = state.choices[state.list.selection]
      sectionState.query.filter = choice.kind == .everything ? nil : choice
      return loadRows(of: section)
    case .escape, .character("q"), .control("c"):
      overlay = nil
      return []
    default: break
    }
    overlay = .filter(state)
    return []
  }

  // MARK: Themes and glyphs

  mutating func nextTheme() -> [Effect] {
    guard let index = themes.firstIndex(of: theme) else { return setTheme(themes.first ?? theme) }
    return setTheme(themes[(index + 1) % themes.count])
  }

  mutating func setTheme(_ name: String) -> [Effect] {
    guard themes.contains(name) else {
      status = Status(
        "there is no theme “\(name)”; there are \(themes.joined(separator: ", "))",
        tone: .caution)
      return []
    }
    theme = name
    status = Status("theme \(name)", tone: .quiet)
    return []
  }

  mutating func toggleGlyphs() -> [Effect] {
    glyphs = glyphs == .unicode ? .ascii : .unicode
    return []
  }

  // MARK: Paste and mouse

  /// A paste is text, never commands: it goes where text is typed, and nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    switch overlay {
    case .form(var state):
      state.form?.paste(text)
      overlay = .form(state)
    case .prompt(var state):
      state.field.paste(text)
      overlay = .prompt(state)
      return state.kind == .find ? findWhileTyping(state) : []
    case .palette(var state):
      state.field.paste(text)
      return searchPalette(state)
    default: status = Status("there is no field to paste into here", tone: .caution)
    }
    return []
  }

  mutating func handle(_ mouse: Mouse) -> [Effect] {
    guard overlay == nil else { return [] }
    switch mouse.action {
    case .wheelUp: return move(.by(-3))
    case .wheelDown: return move(.by(3))
    case .press, .doublePress:
      if let section = sectionTab(at: mouse.at) { return goTo(section) }
      guard case .section = place, let row = listRow(at: mouse.at) else { return [] }
      let isAgain = row == sectionState.list.selection || mouse.action == .doublePress
      sectionState.pane = .list
      sectionState.list.select(row)
      return isAgain ? openSelected() : restEffects()
    }
  }
}
