/// A table of counts as everybody may see it: sites by periods, or groups by sites.
///
/// Whoever looks at it is taken to know the rule, the threshold and every number of cases, and to
/// combine whatever is shown. So nothing that is shown rests on a hidden cell, but for what
/// `PublicTable.pooled` guards: a hidden cell can then be any small count, of which there are two at
/// least, whatever stands beside it.
public struct PublicTable: Hashable, Sendable {
  public enum Cell: Hashable, Sendable {
    /// Nothing was counted.
    case absent
    case shown(Count)
    case hidden

    public var count: Count? { if case .shown(let count) = self { count } else { nil } }
  }

  /// Row by row.
  public let cells: [[Cell]]
  /// A total is hidden with anything that it rests on: the rest of it would tell what is missing.
  public let rowTotals: [Cell]
  public let columnTotals: [Cell]
  public let total: Cell

  private let counts: [[Count?]]
  private let rule: SmallCounts

  /// - Parameter counts: row by row, nil where nothing was counted; rows of one length.
  /// - Complexity: O(cells).
  public init(_ counts: [[Count?]], hiding rule: SmallCounts) {
    self.counts = counts
    self.rule = rule
    let cells = counts.map { row in
      row.map { count -> Cell in
        guard let count else { return .absent }
        return rule.isSmall(count) ? .hidden : .shown(count)
      }
    }
    self.cells = cells
    let columns = counts.first?.indices ?? 0..<0
    rowTotals = cells.map(Self.sum)
    columnTotals = columns.map { column in Self.sum(cells.map { $0[column] }) }
    total = Self.sum(rowTotals)
  }

  /// Whether there are counts and each but the zeros is hidden, so that the table says nothing and a
  /// coarser one is worth offering.
  public var saysNothing: Bool {
    let all = cells.flatMap(\.self)
    return all.contains(.hidden) && all.allSatisfy { $0.count.map { $0.events == 0 } ?? true }
  }

  private static func sum(_ cells: [Cell]) -> Cell {
    var sum: Count?
    for cell in cells {
      switch cell {
      case .absent: continue
      case .hidden: return .hidden
      case .shown(let count): sum = sum.map { $0 + count } ?? count
      }
    }
    return sum.map(Cell.shown) ?? .absent
  }

  // MARK: - Coarser tables

  /// The rows together, column by column: sites pooled. An offer in place of `quarters`, never beside
  /// them: two ways of adding up the same cells can be set against each other.
  public var pooled: [Cell] {
    (counts.first?.indices ?? 0..<0).map { column in
      merged(counts.map { $0[column] })
    }
  }

  /// Columns together, row by row, such as months to quarters.
  ///
  /// - Parameter groups: the columns of each; none in two of them.
  public func quarters(_ groups: [[Int]]) -> [[Cell]] {
    counts.map { row in groups.map { group in merged(group.map { row[$0] }) } }
  }

  /// The sum of some cells, where it is not small itself and tells none of the hidden ones: for each
  /// there is another among them to which one event can be moved, or from which, with both still
  /// small. So each could be another number.
  private func merged(_ parts: [Count?]) -> Cell {
    let parts = parts.compactMap(\.self)
    guard let first = parts.first else { return .absent }
    let sum = parts.dropFirst().reduce(first, +)
    if rule.isSmall(sum) { return .hidden }
    let hidden = parts.filter(rule.isSmall)
    let isSafe = hidden.indices.allSatisfy { one in
      hidden.indices.contains { other in
        other != one
          && [1, -1].contains { step in
            stays(hidden[one], step) && stays(hidden[other], -step)
          }
      }
    }
    return isSafe ? .shown(sum) : .hidden
  }

  /// Whether a count would be hidden as well with an event more or less.
  private func stays(_ count: Count, _ step: Int) -> Bool {
    let moved = Count(count.events + step, of: count.cases)
    return moved.events >= 0 && moved.events <= moved.cases ?? .max && rule.isSmall(moved)
  }
}
