extension ControlChart {
  /// The finished points: values and lines in the units of the chart, signals and labels.
  static func points(
    _ series: Series, _ lines: [Lines], _ signals: [Signal], _ options: ChartOptions
  ) -> [ChartPoint] {
    var rules: [[Rule]] = Array(repeating: [], count: series.points.count)
    for signal in signals {
      for index in signal.points where !rules[index].contains(signal.rule) {
        rules[index].append(signal.rule)
      }
    }
    let labels = Labels(count: series.points.count, signals, options).labels
    var phase = 0
    return series.points.indices.map { index in
      if index >= series.phases[phase].upperBound { phase += 1 }
      let point = series.points[index]
      let scaled = lines[index].mapped { $0 * options.multiplier }.finite
      let standing = point.value.map { Standing(index: index, value: $0, lines: lines[index]) }
      let beyond = standing?.beyond.three ?? 0
      return ChartPoint(
        index: index, x: point.x, value: point.value.map { $0 * options.multiplier },
        numerator: point.numerator, denominator: point.denominator,
        subgroupSize: options.type.usesSubgroups ? point.size : nil, centre: scaled.centre,
        lower: scaled.lower.three, upper: scaled.upper.three, lowerWarning: scaled.lower.two,
        upperWarning: scaled.upper.two, phase: phase, isExcluded: point.isExcluded,
        exclusionReason: point.exclusionReason,
        isProvisional: point.isProvisional,
        side: lines[index].centre == nil ? nil : standing?.side,
        beyondLimit: beyond == 0 ? nil : (beyond > 0 ? .high : .low),
        isNearLimit: standing?.isInWarningZone ?? false, rules: rules[index],
        label: labels[index], pointType: PointType(labels[index], options.improvement))
    }
  }

  /// Compares the target with the last limits. Where nothing varies, the centre line stands for
  /// both: what never moves will be there again.
  static func assurance(_ points: [ChartPoint], _ options: ChartOptions) -> Assurance? {
    guard let target = options.target, options.improvement != .neutral, options.type.hasLimits,
      let last = points.last(where: { !$0.isMissing && !$0.isExcluded }), let centre = last.centre
    else { return nil }
    lazy var neverMoves = neverMoves(points, inPhase: last.phase)
    guard let upper = last.upper ?? (neverMoves ? centre : nil),
      let lower = last.lower ?? (neverMoves ? centre : nil)
    else { return nil }
    if Placement(of: target, against: upper) == .above {
      return options.improvement == .increase ? .fail : .pass
    }
    if Placement(of: target, against: lower) == .below {
      return options.improvement == .increase ? .pass : .fail
    }
    return .hitOrMiss
  }

  /// Whether there are several values in a phase and all of them lie on the centre line.
  private static func neverMoves(_ points: [ChartPoint], inPhase phase: Int) -> Bool {
    var count = 0
    for point in points where point.phase == phase && !point.isMissing && !point.isExcluded {
      guard point.side == .on else { return false }
      count += 1
    }
    return count > 1
  }
}
