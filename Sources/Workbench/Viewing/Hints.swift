import Cells
import Collaborative

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
    case .facets(let state): return facetHints(isTyping: !state.field.isEmpty)
    case .siteFacets(let state): return facetHints(isTyping: !state.field.isEmpty)
    case .searches(let state): return keptHints("keep this search", state)
    case .portfolios(let state): return keptHints("keep this filter", state)
    case .form(let state): return formHints(state)
    case .entry(let state):
      return state.table == nil ? [Hint(key: "Esc", text: "close")] : commandHints
    case .prompt, nil: return commandHints
    }
  }

  /// What stands on the line even where a long message takes the rest: the way to all keys.
  var fewestHints: Hint? {
    overlay == nil && !isTooSmall ? Self.helpHint : nil
  }

  /// Looked up once: every view asks many times how much room there is beside it.
  private static let helpHint: Hint? = {
    guard let help = CommandTable.all.first(where: { $0.id == "help" }),
      let key = help.keys.first, let text = help.hint
    else { return nil }
    return Hint(key: key.description, text: text)
  }()

  /// While a value is typed the space bar is a letter of it, and Enter marks.
  private func facetHints(isTyping: Bool) -> [Hint] {
    let rest = [Hint(key: "Tab", text: "next facet"), Hint(key: "^x", text: "choose none")]
    return isTyping
      ? [Hint(key: "Enter", text: "choose")] + rest + [Hint(key: "Esc", text: "show")]
      : [Hint(key: "Space", text: "choose")] + rest + [Hint(key: "Enter", text: "show")]
  }

  private func keptHints<Item: Kept>(_ keeping: String, _ state: KeptState<Item>) -> [Hint] {
    if state.forgetting != nil {
      return [Hint(key: "y", text: "yes"), Hint(key: "any other key", text: "no")]
    }
    let close = Hint(key: "Esc", text: "close")
    let forget = state.selected == nil ? [] : [Hint(key: "^x", text: "forget")]
    return state.itemToOpen == nil
      ? [Hint(key: "Enter", text: keeping)] + forget + [close]
      : [Hint(key: "Enter", text: "open")] + forget + [Hint(key: "^s", text: keeping), close]
  }

  private func formHints(_ state: FormState) -> [Hint] {
    guard let form = state.form else { return [Hint(key: "Esc", text: "close")] }
    if state.choosing != nil {
      return [Hint(key: "Enter", text: "choose"), Hint(key: "Esc", text: "back to the form")]
    }
    if let preview = state.preview {
      let goesOn = preview.preview.reminders.isEmpty || state.saysWhyItMayStay
      return [
        Hint(key: "^s", text: goesOn ? "share it" : "say why it may stay"),
        Hint(key: "Esc", text: "back to the form"), Hint(key: "j k", text: "scroll"),
      ]
    }
    let next = Hint(key: "Tab", text: "next field")
    return switch form.focusedField?.input {
    case .choice:
      [Hint(key: glyphs.sign("← →", ascii: "Left Right"), text: "another answer")] + commandHints
        + [next]
    case .picker: [Hint(key: "Space", text: "choose")] + commandHints + [next]
    default: commandHints + [next]
    }
  }

  private var commandHints: [Hint] {
    let (context, about) = (context, editableTarget?.type)
    let here = CommandTable.all.filter { command in
      command.hint != nil && command.belongs(to: context, in: section, about: about)
    }
    // Most of them find no room, and whether one can be had now is the dearest question.
    let fitting = here.sorted { rank($0) < rank($1) }.lazy.filter { command in
      command.disabled(self) == nil && isWorthAHint(command)
        && command.keys.first.flatMap {
          Keymap.standard.command(for: $0.key, in: context, section: section, about: about)?.id
        } == command.id
    }
    return fitting.prefix(7).compactMap { command in
      guard let key = command.keys.first, let text = command.hint else { return nil }
      return Hint(key: key.description, text: otherHint(command) ?? text)
    }
  }

  /// What a command does here, where that is not what it mostly does.
  private func otherHint(_ command: Command) -> String? {
    if case .form(let state) = overlay, command.id == "form.switch", !state.isQuick {
      return "fewer fields"
    }
    if command.id == "resource.try", identity?.leadsProject == false { return "suggest to a team" }
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
    // What goes on is worked on; what has ended is taken over.
    case "cycle.clone": return stageInSight == .closed
    // In a list of all that is shared, others are asked about what was opened.
    case "resource.ask", "resource.tried": return context == .page
    // Of a package the page about its parts says what can be taken of it.
    case "resource.take": return isShowing(.package)
    case "resource.package": return isAtPackage && !isShowing(.package)
    // Who asked themselves waits for an answer and gives none.
    case "today.answer", "today.resolve": return isAtQuestion
    // Elsewhere a site is passed by, and the line has other things to say.
    case "site.story": return section == .portfolio
    case "resource.adapt": return !isShowing(.package) && !isShowing(.family)
    default: return true
    }
  }

  /// Whether the page of a package is open.
  private var isAtPackage: Bool {
    guard case .page(let page) = place, page.target.type == .resource else { return false }
    return page.page?.groups.contains { $0.heading == Page.packageHeading } ?? false
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
      // Who tried it is looked at before one of them is asked.
      case "resource.ask": 2
      default: command.sections.isEmpty && command.documents.isEmpty ? 3 : 1
      }
    case .chart: 2
    case .look:
      switch command.id {
      case "back": 0
      // Whoever holds one meeting holds the others as well.
      case "meeting.project.next": 2
      case "site.evidence", "resource.tried", "resource.package": 1
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
