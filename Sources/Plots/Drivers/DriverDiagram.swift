import Cells

/// A driver diagram, read from left to right: the aim, what drives it, what could be changed.
///
/// ```
/// aim                 primary drivers          change ideas
///
///                     ┌─ Normal temperature ───┬─ Warm blanket
/// Halve wound         │                        └─ Warm fluids
/// infections ─────────┤
///                     └─ Clean skin ───────────── No razors
/// ```
///
/// The change ideas stand in the last column however deep their driver is, so that everything that
/// can be tried is read from top to bottom. (After Provost and Bennett 2015, "What's your theory?
/// Driver diagram serves as tool for building and testing theories for improvement", figure 1.)
public struct DriverDiagram: Sendable {
  public struct Node: Sendable {
    public enum Kind: Sendable { case driver, idea }

    public var id: String
    public var text: String
    /// What is known of it in a few words: `3 cycles`; empty for nothing.
    public var note: String
    public var kind: Kind
    public var children: [Node]

    public init(
      id: String, text: String, note: String = "", kind: Kind = .driver, children: [Node] = []
    ) {
      self.id = id
      self.text = text
      self.note = note
      self.kind = kind
      self.children = children
    }
  }

  /// The id that the aim has as a place for the cursor.
  public static let aimID = "aim"

  /// The aim in words.
  public let aim: String
  /// Its number and date: `3.3 to 1.6 by 31 Dec 2026`; empty for none.
  public let aimNote: String
  public let roots: [Node]
  let items: [Item]
  /// How many levels of drivers there are.
  let levels: Int
  let hasIdeas: Bool

  public init(aim: String, aimNote: String = "", roots: [Node]) {
    self.aim = aim
    self.aimNote = aimNote
    self.roots = roots
    items = Self.items(aim, aimNote, roots)
    levels = items.filter { $0.kind == .driver }.map(\.depth).max() ?? 0
    hasIdeas = items.contains { $0.kind == .idea }
  }

  /// Every place in reading order, the aim first.
  public var ids: [String] { items.map(\.id) }

  /// The drawing as text, without blanks at the ends of lines.
  public func text(columns: Int, rows: Int, glyphs: Glyphs = .unicode, cursor: String? = nil)
    -> String
  {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds, cursor: cursor)
    return grid.text
  }

  /// The rows that a drawing of a width needs to show everything at once.
  public func rows(columns: Int, glyphs: Glyphs = .unicode) -> Int {
    DiagramLayout(self, columns: columns, rows: .max, glyphs: glyphs).height + 2
  }

  /// The diagram as a table, for people who read rather than look.
  public var table: ChartTable {
    ChartTable(
      headers: ["level", "text", "part of", "note"],
      rows: items.map { item in
        [
          heading(of: item), item.text, item.parent.map { items[$0].text } ?? "", item.note,
        ]
      })
  }

  /// One place in words: what it is, its text, what it stands under.
  public func words(at id: String?) -> String {
    guard let item = items.first(where: { $0.id == id }) else { return "" }
    let parts = [
      heading(of: item), item.text, item.note,
      item.parent.map { $0 == 0 ? "" : "under \(items[$0].text)" } ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func heading(of item: Item) -> String {
    switch item.kind {
    case .aim: "aim"
    case .idea: "change idea"
    case .driver: Self.level(item.depth) + " driver"
    }
  }

  static func level(_ depth: Int) -> String {
    switch depth {
    case 1: "primary"
    case 2: "secondary"
    case 3: "tertiary"
    default: "level \(depth)"
    }
  }

  /// What stands above a column of the drawing.
  func heading(ofColumn column: Int) -> String {
    if column == 0 { return "Aim" }
    if column > levels { return "Change ideas" }
    let level = Self.level(column)
    return level.prefix(1).uppercased() + level.dropFirst() + " drivers"
  }

  var columnCount: Int { 1 + levels + (hasIdeas ? 1 : 0) }

  func column(of item: Item) -> Int { item.kind == .idea ? levels + 1 : item.depth }

  /// A place of the diagram with where it hangs.
  struct Item: Sendable {
    enum Kind: Sendable { case aim, driver, idea }

    var id: String
    var text: String
    var note: String
    var kind: Kind
    /// 0 for the aim, 1 for a primary driver.
    var depth: Int
    var parent: Int?
    var children: [Int] = []
  }

  private static func items(_ aim: String, _ note: String, _ roots: [Node]) -> [Item] {
    var items = [Item(id: aimID, text: aim, note: note, kind: .aim, depth: 0, parent: nil)]
    var waiting = roots.reversed().map { (node: $0, parent: 0) }
    while let (node, parent) = waiting.popLast() {
      let index = items.count
      items.append(
        Item(
          id: node.id, text: node.text, note: node.note,
          kind: node.kind == .idea ? .idea : .driver, depth: items[parent].depth + 1,
          parent: parent))
      items[parent].children.append(index)
      for child in node.children.reversed() { waiting.append((child, index)) }
    }
    return items
  }
}
