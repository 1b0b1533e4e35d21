import Cells

/// One entry of a tree, with what hangs below it.
public struct TreeNode: Hashable, Sendable {
  /// Unique within the tree; what stays expanded is remembered by it.
  public var id: String
  public var line: StyledLine
  public var children: [TreeNode]

  public init(id: String, line: StyledLine, children: [TreeNode] = []) {
    self.id = id
    self.line = line
    self.children = children
  }
}

/// One visible row of a tree.
public struct TreeRow: Hashable, Sendable {
  public var id: String
  public var parent: Int?
  public var depth: Int
  public var line: StyledLine
  public var hasChildren: Bool
  public var isExpanded: Bool
  /// For each level from the second, whether more siblings follow there.
  var guides: [Bool]
}

/// Entries within entries, of which each can be folded away.
public struct Tree: Hashable, Sendable {
  public private(set) var nodes: [TreeNode]
  public private(set) var collapsed: Set<String>
  public private(set) var rows: [TreeRow] = []
  public private(set) var list = List()

  public init(_ nodes: [TreeNode] = [], collapsed: Set<String> = []) {
    self.nodes = nodes
    self.collapsed = collapsed
    flatten(keeping: nil)
  }

  public var selected: TreeRow? { list.selected.map { rows[$0] } }

  /// Replaces the entries; the selection stays with its entry where that is still there.
  public mutating func setNodes(_ nodes: [TreeNode]) {
    let id = selected?.id
    self.nodes = nodes
    flatten(keeping: id)
  }

  public mutating func layout(rows: Int) { list.layout(rows: rows) }

  public mutating func select(id: String) {
    if let row = rows.firstIndex(where: { $0.id == id }) { list.select(row) }
  }

  public mutating func select(row: Int) { list.select(row) }
  public mutating func move(by rows: Int) { list.move(by: rows) }
  public mutating func page(by pages: Int) { list.page(by: pages) }
  public mutating func halfPage(by halves: Int) { list.halfPage(by: halves) }
  public mutating func toStart() { list.toStart() }
  public mutating func toEnd() { list.toEnd() }

  /// Folds the selected entry, or selects the one it hangs from where there is nothing to fold.
  public mutating func collapseOrLeave() {
    guard let row = selected else { return }
    if row.hasChildren && row.isExpanded {
      collapsed.insert(row.id)
      flatten(keeping: row.id)
    } else if let parent = row.parent {
      list.select(parent)
    }
  }

  /// Unfolds the selected entry, or selects its first one where it is open already.
  public mutating func expandOrEnter() {
    guard let row = selected, row.hasChildren else { return }
    if row.isExpanded {
      list.move(by: 1)
    } else {
      collapsed.remove(row.id)
      flatten(keeping: row.id)
    }
  }

  public mutating func toggle() {
    guard let row = selected, row.hasChildren else { return }
    if row.isExpanded { collapsed.insert(row.id) } else { collapsed.remove(row.id) }
    flatten(keeping: row.id)
  }

  public mutating func handle(_ key: Key) -> Reaction {
    switch key {
    case .left: collapseOrLeave()
    case .right: expandOrEnter()
    default: return list.handle(key)
    }
    return .moved
  }

  @discardableResult
  public func draw(
    into grid: inout Grid, rect: Rect, focused: Bool, empty: StyledLine = ""
  ) -> Point? {
    let glyphs = grid.glyphs
    return list.draw(into: &grid, rect: rect, focused: focused, empty: empty) { index in
      let row = rows[index]
      var guide = ""
      for more in row.guides.dropLast() { guide += more ? glyphs.vertical + " " : "  " }
      if let more = row.guides.last { guide += more ? glyphs.branch : glyphs.lastBranch }
      let fold = row.isExpanded ? glyphs.expanded : glyphs.collapsed
      return StyledLine(guide, .border)
        + StyledLine((row.hasChildren ? fold : " ") + " ", .dim) + row.line
    }
  }

  private mutating func flatten(keeping id: String?) {
    var flat: [TreeRow] = []
    func add(_ nodes: [TreeNode], parent: Int?, guides: [Bool]) {
      for (position, node) in nodes.enumerated() {
        let hasMore = position < nodes.count - 1
        let expanded = !node.children.isEmpty && !collapsed.contains(node.id)
        let own = parent == nil ? [] : guides + [hasMore]
        let index = flat.count
        flat.append(
          TreeRow(
            id: node.id, parent: parent, depth: own.count, line: node.line,
            hasChildren: !node.children.isEmpty, isExpanded: expanded, guides: own))
        if expanded { add(node.children, parent: index, guides: own) }
      }
    }
    add(nodes, parent: nil, guides: [])
    rows = flat
    list.setCount(flat.count)
    if let id { select(id: id) }
  }
}
