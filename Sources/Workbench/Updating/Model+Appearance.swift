import Cells
import Collaborative

extension Model {
  mutating func nextTheme() -> [Effect] {
    guard let index = themes.firstIndex(of: theme) else { return setTheme(themes.first ?? theme) }
    return setTheme(themes[(index + 1) % themes.count])
  }

  mutating func setTheme(_ name: String) -> [Effect] {
    guard themes.contains(name) else {
      return deny("there is no theme “\(name)”; there are \(themes.joined(separator: ", "))")
    }
    theme = name
    status = Status("theme \(name)", tone: .quiet)
    return []
  }

  mutating func toggleGlyphs() -> [Effect] {
    glyphs = glyphs == .unicode ? .ascii : .unicode
    return []
  }

  /// A click chooses, a click on what is chosen opens it, the wheel moves; none of it is needed.
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
