import Cells

/// The keys of where one is, in groups.
public struct HelpSheet: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var keys: String
    public var label: String
    /// Why it can't be used now; nil where it can.
    public var disabled: String?

    public init(keys: String, label: String, disabled: String? = nil) {
      self.keys = keys
      self.label = label
      self.disabled = disabled
    }
  }

  public struct Group: Hashable, Sendable {
    public var title: String
    public var entries: [Entry]

    public init(title: String, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  public let groups: [Group]
  public private(set) var top = 0
  private var size = Size(columns: 80, rows: 24)

  public init(groups: [Group]) { self.groups = groups }

  public mutating func layout(_ size: Size) {
    self.size = size
    scroll(by: 0)
  }

  public mutating func scroll(by rows: Int) {
    let height = columns(of: size, glyphs: .unicode).map(\.count).max() ?? 0
    top = min(max(0, top + rows), max(0, height - size.rows))
  }

  public mutating func handle(_ key: Key) -> Reaction {
    switch key {
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .pageUp: scroll(by: -max(1, size.rows - 1))
    case .pageDown, .character(" "): scroll(by: max(1, size.rows - 1))
    case .home: scroll(by: -top)
    case .end: scroll(by: 1_000_000)
    default: return .ignored
    }
    return .moved
  }

  public func draw(into grid: inout Grid, rect: Rect, focused: Bool = true) {
    guard !rect.isEmpty else { return }
    grid.clear(rect, role: .popup)
    let columns = columns(of: rect.size, glyphs: grid.glyphs)
    guard !columns.isEmpty else { return }
    let width = rect.columns / columns.count
    let height = columns.map(\.count).max() ?? 0
    let first = min(top, max(0, height - rect.rows))
    for (index, lines) in columns.enumerated() {
      for (offset, line) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
        let place = Point(column: rect.column + index * width, row: rect.row + offset)
        grid.write(line, at: place, limit: width - (columns.count > 1 ? 2 : 0))
      }
    }
    if height > rect.rows && rect.columns >= 24 {
      ScrollBar(
        total: height, window: first..<min(height, first + rect.rows), rows: rect.rows
      ).draw(into: &grid, at: Point(column: rect.endColumn - 1, row: rect.row))
    }
  }

  /// The groups laid out in as many columns as there is room for, about equally tall.
  private func columns(of size: Size, glyphs: Glyphs) -> [[StyledLine]] {
    let blocks = groups.map { lines(of: $0, glyphs: glyphs) }
    let count = min(max(1, size.columns / 38), max(1, blocks.count), 4)
    let total = blocks.reduce(0) { $0 + $1.count + 1 }
    let target = (total + count - 1) / count
    var columns: [[StyledLine]] = [[]]
    for block in blocks {
      let current = columns[columns.count - 1].count
      if current > 0 && current + block.count / 2 >= target && columns.count < count {
        columns.append([])
      }
      if !columns[columns.count - 1].isEmpty { columns[columns.count - 1].append("") }
      columns[columns.count - 1] += block
    }
    return columns
  }

  private func lines(of group: Group, glyphs: Glyphs) -> [StyledLine] {
    let widest = group.entries.map { TextWidth.of($0.keys, glyphs: glyphs) }.max() ?? 0
    let keyColumns = min(widest, 16)
    return [StyledLine(group.title, .heading)]
      + group.entries.map { entry in
        let keys = TextWidth.padded(
          entry.keys, to: keyColumns, alignment: .right, glyphs: glyphs)
        let label = entry.disabled.map { StyledLine("\(entry.label) (\($0))", .dim) }
        return StyledLine(keys, .key) + StyledLine("  ", .popup)
          + (label ?? StyledLine(entry.label, .keyLabel))
      }
  }
}
