import Cells
import Collaborative
import Widgets

/// What waits for whoever is signed in, most pressing first.
enum TodaySection {
  static let columns = [
    TableColumn("", minimum: 10, ideal: 10),
    TableColumn("what", minimum: 24, ideal: nil, spills: true),
    TableColumn("when", minimum: 17, ideal: 17, priority: 1),
    TableColumn("where", minimum: 22, ideal: 28, priority: 2),
  ]

  static func cells(_ row: TodayRow, _ glyphs: Glyphs) -> [StyledLine] {
    var what = StyledLine(row.text, row.tone.role)
    if row.tellsWhereFirst { what = StyledLine("\(row.place): ", .dim) + what }
    if let tile = row.tile {
      what += "  " + tile.variation(glyphs: glyphs)
    } else if !row.detail.isEmpty {
      what += StyledLine("  \(row.detail)", .dim)
    }
    return [
      StyledLine(row.label, row.tone == .caution ? .warning : row.kind.role), what,
      StyledLine(row.when, row.tone == .caution ? .warning : .dim),
      StyledLine(row.tellsWhereFirst ? "" : row.place, .dim),
    ]
  }
}

extension TodayRow {
  /// One word for why the row is here, and whether it is late.
  var label: String { mark ?? (kind == .action && tone == .caution ? "past due" : kind.label) }

  /// Whether it is about a site before all, which has to be read where the last column finds no room.
  fileprivate var tellsWhereFirst: Bool {
    [.harm, .attention].contains(kind) && when.isEmpty && !place.isEmpty
  }
}

extension TodayRow.Kind {
  /// One word for why the row is here.
  var label: String {
    switch self {
    case .harm: "harm"
    case .damage: "damaged"
    case .choice: "choose"
    case .draft: "draft"
    case .question: "question"
    case .overdueCycle: "overdue"
    case .numbersDue: "number due"
    case .action: "to do"
    case .attention: "site"
    case .cycle: "cycle"
    case .news: "new"
    case .change: "changed"
    case .idea: "idea"
    case .measure: "measure"
    case .care: "for you"
    case .could: "you can"
    }
  }

  var role: Role {
    switch self {
    case .harm, .damage: .error
    case .choice, .draft, .question, .overdueCycle, .numbersDue: .warning
    default: .label
    }
  }
}
