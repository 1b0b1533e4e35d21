/// What keeps a row from being charted, and in which of its cells.
public struct RowProblem: Error, Hashable, Sendable {
  public enum Cell: Hashable, Sendable { case number, denominator }

  public enum Reason: Hashable, Sendable {
    /// Not finite, or too large to be squared.
    case outOfRange
    case negativeCount(Double)
    case negativeDenominator(Double)
    case aboveDenominator(numerator: Double, denominator: Double)
    /// A time between events that is not above zero.
    case notPositive(Double)
  }

  public var reason: Reason

  /// The cell to look at first.
  public var cell: Cell {
    switch reason {
    case .negativeDenominator: .denominator
    case .outOfRange, .negativeCount, .aboveDenominator, .notPositive: .number
    }
  }
}

extension Row {
  /// What keeps the row from a chart of some type; nil where nothing does.
  ///
  /// Asked of each row before rows are gathered, so that the one that is wrong can be named: a sum
  /// hides that 25 out of 20 were counted in one of its months. More events than cases are refused
  /// for proportions and drawn for rates, where one case may have several. A time between events of
  /// zero is refused: the unit is too coarse to tell two events apart.
  public func problem(for type: ChartType) -> RowProblem? {
    guard Series.isChartable(y), Series.isChartable(denominator) else {
      return RowProblem(reason: .outOfRange)
    }
    if let denominator, denominator < 0 {
      return RowProblem(reason: .negativeDenominator(denominator))
    }
    guard let y else { return nil }
    if type.countsEvents, y < 0 { return RowProblem(reason: .negativeCount(y)) }
    if type == .t, y <= 0 { return RowProblem(reason: .notPositive(y)) }
    if type.isProportion, let denominator, denominator > 0, y > denominator {
      return RowProblem(reason: .aboveDenominator(numerator: y, denominator: denominator))
    }
    return nil
  }
}
