import Cells
import Collaborative
import Widgets

/// Sites within sites, each with what it and everything within it add up to.
///
/// Whoever answers for a site through a larger one stands in brackets.
enum SiteTreeSection {
  static let columns = [
    TableColumn("site and all within", minimum: 20, ideal: 34),
    TableColumn("people", minimum: 6, ideal: 6, alignment: .right),
    TableColumn("projects", minimum: 8, ideal: 8, alignment: .right, priority: 3),
    TableColumn("unfilled", minimum: 8, ideal: 8, alignment: .right),
    TableColumn("cycles", minimum: 6, ideal: 6, alignment: .right, priority: 2),
    TableColumn("reasons", minimum: 7, ideal: 7, alignment: .right, priority: 1),
    TableColumn("accountable", minimum: 12, ideal: 22, priority: 1),
    TableColumn("to know", minimum: 12, ideal: nil, priority: 2),
  ]

  static func cells(_ row: SiteTreeRow, _ glyphs: Glyphs) -> [StyledLine] {
    let indent = String(repeating: "  ", count: min(row.depth, 8))
    let sign = row.isOdd ? glyphs.sign("○", ascii: "!") + " " : ""
    let role: Role = row.isOdd ? .warning : row.depth == 0 ? .strong : .text
    let owner =
      row.owner.map { row.namesOwner ? StyledLine($0) : StyledLine("(\($0))", .dim) }
      ?? StyledLine("nobody yet", .warning)
    return [
      StyledLine(indent + sign + row.name, role), number(row.sum.people),
      number(row.sum.projects), number(row.sum.gaps, isBad: true),
      row.sum.cycles.map { number($0) } ?? StyledLine("", .dim),
      row.sum.reasons.map { number($0, isBad: true) } ?? StyledLine("", .dim), owner,
      StyledLine(row.remark, row.isOdd ? .warning : .dim),
    ]
  }

  /// None is quiet, so that the eye finds what is there.
  private static func number(_ number: Int, isBad: Bool = false) -> StyledLine {
    StyledLine("\(number)", number == 0 ? .dim : isBad ? .warning : .text)
  }
}

extension SiteTreeRow {
  /// The row in words, for whoever sees no columns.
  var plainLine: String {
    let indent = String(repeating: "  ", count: depth)
    let owner = owner.map { "answered for by \($0)" } ?? "nobody answers for it yet"
    let parts = [sum.words, owner, remark].filter { !$0.isEmpty }
    return "\(indent)\(name): \(parts.joined(separator: " · "))"
  }
}
