import Cells

/// One thing that can be picked.
public struct PickerItem: Hashable, Sendable {
  public var title: String
  /// Shown dimmed behind the title, and searched too.
  public var detail: String
  /// Shown at the right, such as the key that does the same.
  public var hint: String

  public init(_ title: String, detail: String = "", hint: String = "") {
    self.title = title
    self.detail = detail
    self.hint = hint
  }
}

/// A list to choose from by typing a few letters of what is meant.
public struct Picker: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    /// The index among all items.
    case chosen(Int)
    case cancelled
  }

  /// One item that fits what was typed.
  public struct Row: Hashable, Sendable {
    public var index: Int
    public var positions: [Int]
  }

  public let title: String
  public let items: [PickerItem]
  /// How many columns the longest item takes.
  public let widest: Int
  public private(set) var filter = TextField()
  public private(set) var rows: [Row]
  public private(set) var list: List

  public init(title: String, items: [PickerItem], selected: Int? = nil) {
    self.title = title
    self.items = items
    widest =
      items.lazy.map { item in
        [item.title, item.detail, item.hint].filter { !$0.isEmpty }.map { TextWidth.of($0) + 2 }
          .reduce(-2, +)
      }.max() ?? 0
    rows = items.indices.map { Row(index: $0, positions: []) }
    list = List(count: items.count, selection: selected ?? 0)
  }

  /// The item that Enter would choose.
  public var selected: Int? { list.selected.map { rows[$0].index } }

  /// Tells how much room there is, the border included.
  public mutating func layout(_ size: Size) { list.layout(rows: size.rows - 4) }

  public mutating func paste(_ text: String) {
    filter.insert(text)
    refilter()
  }

  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .escape: return .cancelled
    case .enter: return selected.map { .chosen($0) } ?? .moved
    case .up, .control("p"), .backTab: list.move(by: -1)
    case .down, .control("n"), .tab: list.move(by: 1)
    case .pageUp: list.page(by: -1)
    case .pageDown: list.page(by: 1)
    default:
      switch filter.handle(key) {
      case .changed: refilter()
      case .moved: break
      case .ignored: return .ignored
      }
    }
    return .moved
  }

  /// The item at a place that was pointed at, where the picker was drawn into `rect`.
  public func item(at point: Point, in rect: Rect) -> Int? {
    list.row(at: point, in: Self.body(of: rect)).map { rows[$0].index }
  }

  private mutating func refilter() {
    let pattern = filter.text
    var scored: [(row: Row, score: Int)] = []
    for (index, item) in items.enumerated() {
      if let match = FuzzyMatch(pattern, in: item.title) {
        scored.append((Row(index: index, positions: match.positions), match.score + 4))
      } else if let match = FuzzyMatch(pattern, in: item.title + " " + item.detail) {
        let inTitle = match.positions.filter { $0 < item.title.count }
        scored.append((Row(index: index, positions: inTitle), match.score - 60))
      }
    }
    if !pattern.isEmpty {
      scored.sort { ($0.score, $1.row.index) > ($1.score, $0.row.index) }
    }
    rows = scored.map(\.row)
    list.setCount(rows.count)
    list.select(0)
  }

  static func body(of rect: Rect) -> Rect {
    rect.inset(columns: 1, rows: 1).splitTop(2).rest
  }
}
