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
    case .palette, .filter, .choice:
      return [Hint(key: "Enter", text: "choose"), Hint(key: "Esc", text: "close")]
    case .facets, .siteFacets:
      return [
        Hint(key: "Space", text: "choose"), Hint(key: "Tab", text: "next facet"),
        Hint(key: "^x", text: "choose none"), Hint(key: "Enter", text: "show"),
      ]
    case .searches(let state):
      return keptHints("keep this search", hasSelection: state.selected != nil)
    case .portfolios(let state):
      return keptHints("keep this filter", hasSelection: state.selected != nil)
    case .form(let state):
      if state.form == nil { return [Hint(key: "Esc", text: "close")] }
      if state.preview != nil {
        return [
          Hint(key: "^s", text: "share it"), Hint(key: "Esc", text: "back to the form"),
          Hint(key: "j k", text: "scroll"),
        ]
      }
      return commandHints + [Hint(key: "Tab", text: "next field")]
    case .entry(let state):
      return state.table == nil ? [Hint(key: "Esc", text: "close")] : commandHints
    case .prompt, nil: return commandHints
    }
  }

  private func keptHints(_ keeping: String, hasSelection: Bool) -> [Hint] {
    let keys = [Hint(key: "^s", text: keeping), Hint(key: "Esc", text: "close")]
    return hasSelection
      ? [Hint(key: "Enter", text: "open"), Hint(key: "^x", text: "forget")] + keys : keys
  }

  private var commandHints: [Hint] {
    let fitting = CommandTable.all.filter { command in
      command.hint != nil && belongsHere(command)
        && command.disabled(self) == nil && isWorthAHint(command)
        && command.keys.first.flatMap { self.command(for: $0.key)?.id } == command.id
    }
    return fitting.sorted { rank($0) < rank($1) }.prefix(7).compactMap { command in
      guard let key = command.keys.first, let text = command.hint else { return nil }
      return Hint(key: key.description, text: otherHint(command) ?? text)
    }
  }

  /// What a command that goes to and fro does next, where it is the way back.
  private func otherHint(_ command: Command) -> String? {
    if case .form(let state) = overlay, command.id == "form.switch", !state.isQuick {
      return "fewer fields"
    }
    if command.id == "team.face" { return sectionState.query.team.next.hint }
    return sectionState.isBoard && ["board", "multiples", "diagram"].contains(command.id)
      ? "list" : nil
  }

  /// Going back is no hint at the top, leaving none further in.
  private func isWorthAHint(_ command: Command) -> Bool {
    let isAtTop = places.count == 1 && !isInDetailPane && sectionState.query.isEmpty
    switch command.id {
    case "back": return !isAtTop
    case "quit": return isAtTop
    // Each stage has its own keys.
    case "cycle.observe": return stageInSight == .do
    case "cycle.score": return stageInSight == .study
    case "cycle.decide": return stageInSight == .act
    // In a list of all that is shared, others are asked about what was opened.
    case "resource.ask", "resource.tried": return context == .page
    // Of a package the page about its parts says what can be taken of it.
    case "resource.take": return isShowing(.package)
    // Who asked themselves waits for an answer and gives none.
    case "today.answer", "today.resolve": return isAtQuestion
    // Elsewhere a site is passed by, and the line has other things to say.
    case "site.story": return section == .portfolio
    case "resource.adapt": return !isShowing(.package) && !isShowing(.family)
    default: return true
    }
  }

  private func rank(_ command: Command) -> Int {
    switch command.group {
    case .form: 0
    case .change:
      switch command.id {
      // A phase is rarely on offer, and then it is what the chart asks about.
      case "chart.phase": 0
      // Sites are added once, and visited for years.
      case "site.add", "site.visit": 5
      default: command.sections.isEmpty && command.documents.isEmpty ? 3 : 1
      }
    case .chart: 2
    case .look:
      switch command.id {
      case "back": 0
      case "site.evidence": 1
      // What belongs to this section comes before what every list has.
      case "open": 2
      case "commons.facets": 3
      case "board", "multiples", "compare", "diagram", "team.face": 2
      default: 4
      }
    case .move: 1
    case .sections, .program: 6
    }
  }
}
