import Cells
import Collaborative

/// The workbench's one rule of change: what happened, what is now, what is to be done.
///
/// Pure: the same model and event always give the same result. Effects come back as events.
public func update(_ model: inout Model, _ event: Event) -> [Effect] {
  let effects: [Effect] =
    switch event {
    case .input(let input): model.handle(input)
    case .answered(let slot, let ticket, let answer): model.accept(answer, in: slot, ticket)
    case .failed(let slot, let ticket, let words): model.fail(in: slot, ticket, words)
    case .performed(let operation, let outcome): model.finish(operation, outcome)
    case .refused(let operation, let refusal): model.refuse(operation, refusal)
    case .rested(let ticket): model.followSelection(after: ticket)
    case .changed: model.refresh()
    }
  return effects
}

extension Model {
  /// What a fresh workbench asks for before anything is typed.
  public mutating func start() -> [Effect] {
    [.ask(.identity, .identity, ticket: nextTicket())] + loadRows(of: section, isFirst: true)
  }

  /// Whether the rows of a section were not answered for yet.
  public var lacksRows: Bool {
    guard case .section = place else { return false }
    return sectionState.awaitsRows
  }

  /// Whether the page beside the rows was not answered for yet.
  public var lacksPage: Bool {
    guard case .section = place, let detail = sectionState.detail, hasDetailPane else {
      return false
    }
    return detail.page == nil && detail.problem == nil
  }

  /// What the keys are about just now; an overlay that takes all keys has no context.
  public var context: Command.Context {
    if case .form = overlay { return .form }
    if case .entry = overlay { return .entry }
    return switch place {
    case .section: isInDetailPane ? .page : .list
    case .page: .page
    case .chart: .chart
    case .comparison: .comparison
    case .stack: .stack
    case .course: .course
    case .meeting: .meeting
    }
  }

  mutating func handle(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return handle(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return handle(mouse)
    case .resize(let size):
      self.size = size
      if case .form(var state) = overlay {
        state.form?.layout(formRect.size)
        overlay = .form(state)
      }
      return followSelectionNow()
    case .resumed: return []
    case .hangup: return draftEffects() + [.quit]
    }
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    // What can't be seen takes no keys; the window says that q leaves.
    if isTooSmall {
      let leaves = key == .character("q") || key == .control("c")
      return leaves ? draftEffects() + quit() : []
    }
    if overlay != nil { return handleInOverlay(key) }
    if typeAhead(key) { return [] }
    guard let command = command(for: key) else {
      sayNothingHappens(at: key)
      return []
    }
    return run(command)
  }

  /// The command that a key means for what is on the screen.
  func command(for key: Key) -> Command? {
    Keymap.standard.command(
      for: key, in: context, section: section, about: editableTarget?.type)
  }

  /// Whether a command is meant for what is on the screen.
  func belongsHere(_ command: Command) -> Bool {
    command.belongs(to: context, in: section, about: editableTarget?.type)
  }

  /// Says of a sign that was typed that it means nothing here, so that nobody waits for what does not
  /// come; other keys, such as those that a terminal sends by itself, stay silent.
  private mutating func sayNothingHappens(at key: Key) {
    guard case .character = key else { return }
    let elsewhere = CommandTable.all.first { $0.keys.contains(Keystroke(key)) }?.title
    status = Status(
      "\(Keystroke(key)) "
        + (elsewhere.map { "(\($0)) is not for this screen" } ?? "is no key of huddle's")
        + "; ? shows the keys that are", tone: .quiet)
  }

  /// Runs a command, or says why it can't run.
  mutating func run(_ command: Command) -> [Effect] {
    if identity != nil, let reason = command.denial(self) {
      return deny("\(command.title): \(reason)")
    }
    if let reason = command.disabled(self) {
      status = Status("\(command.title): \(reason)", tone: .caution)
      return []
    }
    if !status.text.isEmpty { status = .quiet }
    return command.run(&self)
  }

  /// Says what somebody may not do or what there is not, and has it written down.
  mutating func deny(_ words: String) -> [Effect] {
    status = Status(words, tone: .caution)
    return [.noteRefusal(words)]
  }
}
