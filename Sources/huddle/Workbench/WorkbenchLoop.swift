import Cells
import Collaborative
import CursesTerminal
import Themes
import Workbench

/// The loop: one thread owns the terminal, waits, updates the model, draws.
struct WorkbenchLoop {
  private let terminal: CursesTerminal
  private let runner: EffectRunner
  private let themes: ThemeLibrary
  private var model: Model
  private var styles: StyleTable
  /// Whether what was being typed when the line dropped is kept.
  private(set) var hasKeptDraft = false

  init(
    _ terminal: CursesTerminal, _ runner: EffectRunner, _ themes: ThemeLibrary, _ model: Model
  ) {
    self.terminal = terminal
    self.runner = runner
    self.themes = themes
    self.model = model
    styles = self.model.useStyles(of: themes)
  }

  /// Runs until the person leaves or the line drops.
  mutating func run() {
    let watch = ChangeWatch(runner.collaboration, runner.mailbox)
    waitForFirstScreen()
    watch.start()
    defer { watch.stop() }
    noteWindow()
    while !model.isFinished {
      draw()
      let inputs = terminal.nextInput(waitingOn: runner.mailbox.wakeDescriptor)
      if !inputs.isEmpty { Entrance.stir() }
      for input in inputs where !model.isFinished {
        handle(.input(input))
        if case .resize = input { noteWindow() }
      }
      for event in runner.mailbox.takeAll() where !model.isFinished { handle(event) }
    }
  }

  /// What is nearly there is better drawn once than bit by bit.
  private mutating func waitForFirstScreen() {
    takeIn(milliseconds: 50) { $0.lacksRows }
    if !model.lacksRows { takeIn(milliseconds: 2) { $0.lacksPage } }
  }

  /// Takes in what is answered, and no keys, for so long at most.
  private mutating func takeIn(milliseconds: Int, while lacks: (Model) -> Bool) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while lacks(model), !model.isFinished {
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else { return }
      runner.mailbox.wait(milliseconds: Int32(left.rounded(.up)))
      for event in runner.mailbox.takeAll() { handle(event) }
    }
  }

  /// Waits for what was being saved when the person left, and says so meanwhile.
  ///
  /// - Returns: what to tell them of it, now that the screen can't: what was refused.
  mutating func finishSaves() -> [String] {
    if !runner.saves.isNone {
      model.status = Status("saving; huddle leaves when it is saved", tone: .caution)
      draw()
    }
    guard runner.saves.finish() else {
      return ["the disk does not answer; what you did last may not be saved"]
    }
    return runner.mailbox.takeAll().compactMap { event in
      if case .refused(_, let refusal) = event { refusal.words } else { nil }
    }
  }

  private mutating func draw() {
    terminal.draw(view(model), styles: styles)
  }

  /// Writes down a window that is larger than any is.
  private func noteWindow() {
    guard let window = terminal.windowBeyond else { return }
    Entrance.refused(
      "a window of \(window.columns)×\(window.rows) is drawn as one of \(terminal.size.columns)×"
        + "\(terminal.size.rows)")
  }

  private mutating func handle(_ event: Event) {
    let theme = model.theme
    let effects = update(&model, event)
    if case .input(.hangup) = event { hasKeptDraft = effects.contains(where: \.keepsDraft) }
    for effect in effects { carryOut(effect) }
    if model.theme != theme { styles = model.useStyles(of: themes) }
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .ask(let request, let slot, let ticket): runner.ask(request, slot, ticket: ticket)
    case .perform(let operation): runner.perform(operation)
    case .rest(let ticket): runner.rest(ticket: ticket)
    case .copy(let text):
      if !terminal.copy(TerminalText.visible(text)) {
        handle(.failed(.program, ticket: 0, "this terminal can't copy"))
      }
    case .saveDraft(let subject, let values): runner.keepDraft(subject.draftName, values)
    case .removeDraft(let subject): runner.forgetDraft(subject.draftName)
    case .keepDraft(let name, let values): runner.keepDraft(name, values)
    case .forgetDraft(let name): runner.forgetDraft(name)
    case .noteRefusal(let words): Entrance.refused(words)
    case .suspend:
      if !terminal.suspend() {
        let words = "you came in over SSH: there is no shell; q leaves"
        Entrance.refused(words)
        handle(.failed(.program, ticket: 0, words))
      }
    case .quit: model.isFinished = true
    }
  }
}

extension Model {
  /// The styles of the chosen theme; what is wrong with its file is said in the status line.
  fileprivate mutating func useStyles(of themes: ThemeLibrary) -> StyleTable {
    let (styles, problem) = themes.styles(named: theme)
    if let problem { status = Status(problem, tone: .caution) }
    return styles
  }
}
