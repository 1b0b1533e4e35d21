import Cells

extension Model {
  /// Whether the rows on the screen are not yet those that were asked for, so that what is selected is
  /// not what somebody means who types on.
  private var awaitsRows: Bool {
    guard case .section = place, !isInDetailPane else { return false }
    return sectionState.awaitsRows
  }

  /// Keeps a key until the rows are there that it is meant for.
  ///
  /// Whoever types a search and Enter twice on a slow line means the row that is found, not the one
  /// that stood there before. What is about no row is not kept waiting, unless other keys wait already:
  /// they stay in their order. Esc and ^c let go of what waits.
  ///
  /// - Returns: whether the key waits or was used up by letting go.
  mutating func typeAhead(_ key: Key) -> Bool {
    let waits = !sectionState.typedAhead.isEmpty
    guard awaitsRows || waits, overlay == nil, case .section = place else { return false }
    if key == .escape || key == .control("c") {
      sectionState.typedAhead = []
      return waits
    }
    guard waits || command(for: key)?.isAboutRow ?? false else { return false }
    sectionState.typedAhead.append(key)
    return true
  }

  /// Does what was typed before the rows were there.
  mutating func typedAhead(in id: SectionID) -> [Effect] {
    let keys = sections[id]?.typedAhead ?? []
    sections[id]?.typedAhead = []
    guard id == section, overlay == nil, case .section = place else { return [] }
    return keys.flatMap { handle(.key($0)) }
  }
}

extension Command {
  /// Whether it means the selected row, or moves from it to another.
  fileprivate var isAboutRow: Bool {
    switch group {
    case .sections, .program: false
    case .look: !["back", "find", "palette", "reload", "filter", "commons.searches"].contains(id)
    case .move, .change, .chart, .form: id != "undo" && id != "redo"
    }
  }
}
