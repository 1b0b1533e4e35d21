/// One line of a table that is to be charted, before rows with the same x become one point.
public struct Row: Hashable, Sendable {
  public var x: String
  /// The number, or the numerator where there is a denominator.
  public var y: Double?
  public var denominator: Double?

  public init(x: String, y: Double?, denominator: Double? = nil) {
    self.x = x
    self.y = y
    self.denominator = denominator
  }
}

/// What stands on the x axis, which decides how rows are ordered.
public enum Axis: String, Hashable, Sendable {
  /// Numbers, in ascending order.
  case number
  /// ISO 8601 dates, periods or times, in the order of the moments they mean (`TimeOrder`).
  case date
  /// Names in the order in which they come; no order in time, so no rule about runs applies.
  case category
}

/// How several numbers that share an x become one on a run or an individuals chart.
public enum Aggregate: String, Hashable, Sendable { case mean, median }

extension Observation {
  /// Turns rows into one observation per x, in plotting order.
  ///
  /// Rows with the same x form one subgroup: its measurements on X̄ and S charts, the sum of the
  /// counts on a C chart, the sum of the numerators over the sum of the denominators where there
  /// are denominators, otherwise the mean (or median) of the numbers. A row that lacks either half
  /// of a ratio adds to neither sum. Takes time in proportion to the rows, and to sort them.
  ///
  /// - Parameter hasDenominators: whether the table has a column of denominators; then a row
  ///   without one is missing.
  public static func grouped(
    _ rows: [Row], along axis: Axis, for type: ChartType, hasDenominators: Bool,
    aggregate: Aggregate = .mean
  ) -> [Observation] {
    gathered(rows, along: axis).map { rows in
      let x = rows[0].x
      if type.usesSubgroups { return Observation(x: x, subgroup: rows.map(\.y)) }
      if type.needsDenominator || (hasDenominators && (type == .run || type == .i || type == .mr)) {
        let complete = rows.filter { $0.y != nil && $0.denominator != nil }
        guard !complete.isEmpty else {
          return Observation(x: x, numerator: rows[0].y, denominator: rows[0].denominator)
        }
        return Observation(
          x: x, numerator: StableSum.of(complete.compactMap(\.y)),
          denominator: StableSum.of(complete.compactMap(\.denominator)))
      }
      let known = rows.compactMap(\.y)
      guard !known.isEmpty else { return Observation(x: x, value: nil) }
      if known.count == 1 { return Observation(x: x, value: known[0]) }
      switch (type, aggregate) {
      case (.c, _): return Observation(x: x, value: StableSum.of(known))
      case (_, .mean): return Observation(x: x, value: StableSum.mean(of: known))
      case (_, .median): return Observation(x: x, value: median(of: known))
      }
    }
  }

  /// The rows in plotting order, those with the same x together.
  private static func gathered(_ rows: [Row], along axis: Axis) -> [[Row]] {
    var order: [String: Int] = [:]
    var groups: [[Row]] = []
    for row in rows {
      if let known = order[row.x] {
        groups[known].append(row)
      } else {
        order[row.x] = groups.count
        groups.append([row])
      }
    }
    switch axis {
    case .category: return groups
    case .date: return inOrderOfTime(groups)
    case .number: return inOrderOfNumber(groups)
    }
  }

  /// By the moments that the labels mean; by their letters where one of them is no time.
  private static func inOrderOfTime(_ groups: [[Row]]) -> [[Row]] {
    let times = groups.compactMap { TimeOrder($0[0].x) }
    guard times.count == groups.count else {
      return groups.sorted { $0[0].x.utf8.lexicographicallyPrecedes($1[0].x.utf8) }
    }
    return zip(times, groups).enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }.map(\.element.1)
  }

  /// By size; labels that are no number come last, as they came.
  private static func inOrderOfNumber(_ groups: [[Row]]) -> [[Row]] {
    let numbers = groups.map { rows in
      Double(rows[0].x).flatMap { $0.isNaN ? nil : $0 } ?? .infinity
    }
    return zip(numbers, groups).enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }.map(\.element.1)
  }
}
