import Cells
import Collaborative
import Widgets

extension Model {
  mutating func openPrompt(_ kind: PromptState.Kind) -> [Effect] {
    var state = PromptState(kind: kind)
    if kind == .find { state.field = TextField(sectionState.query.words) }
    overlay = .prompt(state)
    return []
  }

  mutating func handleInPrompt(_ state: PromptState, _ key: Key) -> [Effect] {
    var state = state
    switch key {
    case .escape, .control("c"):
      overlay = nil
      guard state.kind == .find, !sectionState.query.words.isEmpty else { return [] }
      sectionState.query.words = ""
      return loadRows(of: section)
    case .enter:
      overlay = nil
      return state.kind == .command ? runCommandLine(state) : []
    case .tab where state.kind == .command, .down where state.kind == .command:
      state.complete(by: 1, from: completions(for: state))
    case .backTab where state.kind == .command, .up where state.kind == .command:
      state.complete(by: -1, from: completions(for: state))
    default:
      state.field.handle(key)
      state.choice = nil
      overlay = .prompt(state)
      return state.kind == .find ? findWhileTyping(state) : []
    }
    overlay = .prompt(state)
    return []
  }

  /// The list narrows while the words are typed.
  mutating func findWhileTyping(_ state: PromptState) -> [Effect] {
    guard sectionState.query.words != state.field.text else { return [] }
    sectionState.query.words = state.field.text
    return loadRows(of: section)
  }

  /// Names that begin as typed; for `theme` the themes.
  func completions(for state: PromptState) -> [String] {
    let typed = state.stem ?? state.field.text
    if typed.hasPrefix("theme ") {
      return themes.map { "theme \($0)" }.filter { $0.hasPrefix(typed) }
    }
    return CommandTable.all.filter { $0.belongs(to: context, in: section) }.map(\.id)
      .filter { $0.hasPrefix(typed) }
  }

  private mutating func runCommandLine(_ state: PromptState) -> [Effect] {
    let words = state.field.text.split(separator: " ").map(String.init)
    guard let name = words.first else { return [] }
    if name == "theme", words.count > 1 { return setTheme(words[1]) }
    let whole = words.joined(separator: " ")
    let candidates = CommandTable.all.filter { $0.id == whole || $0.aliases.contains(whole) }
    let fitting = candidates.first { $0.belongs(to: context, in: section) }
    if let command = fitting { return run(command) }
    if let elsewhere = candidates.first {
      status = Status("\(elsewhere.title) is not for this screen", tone: .caution)
    } else {
      status = Status("there is no command “\(whole)”; ? lists them", tone: .caution)
    }
    return []
  }
}

extension PromptState {
  /// What was typed before completion began to change it.
  var stem: String? { choice == nil ? nil : stemText }

  /// Goes through the completions, round and round.
  mutating func complete(by step: Int, from names: [String]) {
    guard !names.isEmpty else { return }
    if choice == nil { stemText = field.text }
    let next = choice.map { ($0 + step + names.count) % names.count } ?? (step > 0 ? 0 : names.count - 1)
    choice = next
    field = TextField(names[next])
  }
}
