import Cells
import Collaborative
import Widgets

extension Model {
  mutating func openPrompt(_ kind: PromptState.Kind) -> [Effect] {
    switch kind {
    case .find:
      overlay = .prompt(
        PromptState(kind: kind, line: PromptLine(prefix: "/", text: sectionState.query.words)))
    case .command:
      var line = PromptLine(prefix: ":")
      line.setCompletions(completions(of: ""))
      overlay = .prompt(PromptState(kind: kind, line: line))
    }
    return []
  }

  mutating func handleInPrompt(_ state: PromptState, _ key: Key) -> [Effect] {
    var state = state
    switch state.line.handle(key) {
    case .cancelled:
      overlay = nil
      guard state.kind == .find, !sectionState.query.words.isEmpty else { return [] }
      sectionState.query.words = ""
      return loadRows(of: section)
    case .submitted(let text):
      overlay = nil
      return state.kind == .command ? runCommandLine(text) : []
    case .changed:
      if state.kind == .command { state.line.setCompletions(completions(of: state.line.text)) }
      overlay = .prompt(state)
      return state.kind == .find ? findWhileTyping(state) : []
    case .moved, .ignored:
      overlay = .prompt(state)
      return []
    }
  }

  /// The list narrows while the words are typed.
  mutating func findWhileTyping(_ state: PromptState) -> [Effect] {
    guard sectionState.query.words != state.line.text else { return [] }
    sectionState.query.words = state.line.text
    // The commons are ordered by how well they fit, other sections by their own order.
    sectionState.wantsBest = section == .commons && !state.line.text.isEmpty
    return loadRows(of: section)
  }

  /// Names that begin as typed; behind `theme` the themes.
  func completions(of typed: String) -> [String] {
    if typed.hasPrefix("theme ") {
      return themes.map { "theme \($0)" }.filter { $0.hasPrefix(typed) }
    }
    return CommandTable.all.filter { belongsHere($0) && $0.group != .move }
      .map(\.id).filter { $0.hasPrefix(typed) }
  }

  private mutating func runCommandLine(_ text: String) -> [Effect] {
    let words = text.split(separator: " ").map(String.init)
    guard let name = words.first else { return [] }
    if name == "theme", words.count > 1 { return setTheme(words[1]) }
    let whole = words.joined(separator: " ")
    let candidates = CommandTable.all.filter { $0.id == whole || $0.aliases.contains(whole) }
    if let command = candidates.first(where: belongsHere) {
      return run(command)
    }
    guard let elsewhere = candidates.first else {
      return deny("there is no command “\(whole)”; ? lists them")
    }
    status = Status("\(elsewhere.title) is not for this screen", tone: .caution)
    return []
  }
}
