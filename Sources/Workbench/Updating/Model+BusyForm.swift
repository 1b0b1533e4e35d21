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

  /// Keeps what is typed before a form is ready until it is; what is typed while it is saved is
  /// meant for nothing that is in sight, so it is not taken.
  mutating func hold(_ input: Input, in state: FormState) -> [Effect] {
    guard !state.isSaving else { return sayStillSaving() }
    var state = state
    state.typedAhead.append(input)
    overlay = .form(state)
    return []
  }

  mutating func sayStillSaving() -> [Effect] {
    status = Status("still saving; Esc leaves meanwhile", tone: .caution)
    return []
  }
}
