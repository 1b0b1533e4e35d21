import Cells

extension FormState {
  /// Whether nothing can be typed into it just now: it is still being read, or being saved.
  var isBusy: Bool { isSaving || form == nil && problem == nil }
}

extension Model {
  /// Leaving is possible at any time, however long a store takes.
  mutating func handleInBusyForm(_ state: FormState, _ key: Key) -> [Effect] {
    if key == .escape || key == .control("c") { return leaveForm() }
    if let command = command(for: key), command.group != .form { return run(command) }
    return hold(.key(key), in: state)
  }

  /// Keeps what is typed before a form is ready until it is, and what is typed while it is saved
  /// until that is done: it is meant for what comes then.
  mutating func hold(_ input: Input, in state: FormState) -> [Effect] {
    var state = state
    state.typedAhead.append(input)
    overlay = .form(state)
    return state.isSaving ? sayStillSaving() : []
  }

  mutating func sayStillSaving() -> [Effect] {
    status = Status("still saving; Esc leaves meanwhile", tone: .caution)
    return []
  }

  /// Closes the form or the grid that has been saved, and gives back what was typed meanwhile.
  mutating func closeSaved() -> [Input] {
    defer { overlay = nil }
    return switch overlay {
    case .form(let state): state.typedAhead
    case .entry(let state): state.typedAhead
    default: []
    }
  }

  /// Does what was typed while something was saved: in what has opened by now, else in the rows as
  /// they are once what was saved is among them.
  mutating func goOn(with inputs: [Input]) -> [Effect] {
    guard overlay == nil, case .section = place, !isInDetailPane, sectionState.wantedID != nil
    else {
      return inputs.flatMap { handle($0) }
    }
    for case .key(let key) in inputs { sectionState.typedAhead.append(key) }
    return []
  }
}
