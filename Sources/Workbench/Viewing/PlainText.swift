import Cells
import Collaborative
import Widgets

extension Collaboration {
  /// A section as linear text: who and where, then a line a row, charts as sentences.
  ///
  /// This is what a pipe, a plain terminal and a screen reader get: the same rows as the screen.
  public func plainText(
    of section: SectionID, glyphs: Glyphs
  ) throws(CollaborationError) -> String {
    let identity = try identity()
    guard case .rows(let rows) = try answer(.rows(section, RowQuery())) else {
      return ""
    }
    var lines = [
      "\(identity.networkName): \(section.title)", "You are \(identity.introduction).", "",
    ]
    if rows.count == 0 {
      var model = Model(size: Size(columns: 80, rows: 24), section: section)
      model.identity = identity
      lines.append(model.emptyWords(section))
    }
    if section != .today, case .heading(let heading?) = try answer(.heading(section, RowQuery())) {
      lines += ["\(heading).", ""]
    }
    lines += (0..<rows.count).compactMap { rows.plainLine(at: $0, glyphs: glyphs) }
    if section == .team { lines += try otherFacesOfTeam(glyphs) }
    return lines.map { line in
      DisplayCluster.all(in: line, glyphs: glyphs).reduce(into: "") { $0 += $1.text }
    }.joined(separator: "\n")
  }
}

extension Collaboration {
  /// What a key shows on the screen, one after another.
  private func otherFacesOfTeam(_ glyphs: Glyphs) throws(CollaborationError) -> [String] {
    var lines: [String] = []
    for face in TeamFace.allCases where face != .projects {
      var query = RowQuery()
      query.team = face
      guard case .rows(let rows) = try answer(.rows(.team, query)), rows.count > 0 else { continue }
      lines += ["", "\(face.title):", ""]
      lines += (0..<rows.count).compactMap { rows.plainLine(at: $0, glyphs: glyphs) }
    }
    return lines
  }
}

extension Rows {
  /// A row as one line: every cell that says something, and a chart's finding.
  func plainLine(at index: Int, glyphs: Glyphs) -> String? {
    switch self {
    case .measures(let tiles):
      guard tiles.indices.contains(index) else { return nil }
      return "\(tiles[index].site): \(tiles[index].chart.finding)"
    case .portfolio(let rows):
      return rows.indices.contains(index) ? rows[index].sentence : nil
    case .siteGroups(let groups):
      return groups.indices.contains(index) ? groups[index].sentence : nil
    case .team(let rows):
      // Where nobody sees the row above, each names what it belongs to.
      guard rows.indices.contains(index) else { return nil }
      return Self.plain(TeamSection.cells(rows[index], after: nil, glyphs), glyphs)
    case .siteTree(let rows):
      return rows.indices.contains(index) ? rows[index].plainLine : nil
    default:
      return cells(at: index, glyphs: glyphs).map { Self.plain($0, glyphs) }
    }
  }

  private static func plain(_ cells: [StyledLine], _ glyphs: Glyphs) -> String {
    cells.map(\.text).filter { text in text.contains { !$0.isWhitespace } }
      .joined(separator: glyphs == .unicode ? " · " : " - ")
  }
}
