extension LineMaker {
  /// X̄ chart: the mean of all measurements, and three standard errors of each subgroup's size
  /// (Montgomery, section 6.3).
  func subgroupMeans() -> [Lines] {
    let points = series.points
    let known = baseline.filter { points[$0].value != nil }
    let size = Double(known.reduce(0) { $0 + points[$1].size })
    let total = StableSum.of(known.map { (points[$0].value ?? 0) * Double(points[$0].size) })
    guard let centre = options.givenCentre ?? (size > 0 ? total / size : nil) else {
      return constant(Lines(centre: nil))
    }
    let spread = WithinSpread(self)
    return phase.map { index in
      let size = points[index].size
      guard size > 1, let sigma = spread.processSigma(size: size) else {
        return Lines(centre: centre)
      }
      return Lines(around: centre, sigma: sigma / Double(size).squareRoot(), floor: floor)
    }
  }

  /// S chart: the standard deviation to be expected, ± 3 √(1 − c4²)/c4 times it, none below zero
  /// (Montgomery, section 6.3).
  func subgroupDeviations() -> [Lines] {
    let spread = WithinSpread(self)
    return phase.map { index in
      let size = series.points[index].size
      guard let centre = options.givenCentre ?? spread.expectedDeviation(size: size) else {
        return Lines(centre: nil)
      }
      guard size > 1, centre > 0 else { return Lines(centre: centre) }
      let c4 = Constants.c4(size)
      return Lines(around: centre, sigma: centre * (1 - c4 * c4).squareRoot() / c4, floor: 0)
    }
  }
}

/// How single measurements spread within the subgroups of a phase.
private struct WithinSpread {
  /// The standard deviation of the process, where it is given or corrected subgroup by subgroup.
  var process: Double?
  /// The standard deviation that subgroups show.
  var shown: Double?

  init(_ maker: LineMaker) {
    let points = maker.series.points
    let known = maker.spreadBaseline.filter { points[$0].size > 1 }
    process = maker.options.givenSigma
    if process == nil, maker.options.subgroupSpread == .meanCorrected {
      process = StableSum.mean(
        of: known.map { (points[$0].deviation ?? 0) / Constants.c4(points[$0].size) })
    }
    let sizes = Set(maker.phase.lazy.map { points[$0].size }.filter { $0 > 0 })
    if sizes.count <= 1 {
      shown = StableSum.mean(of: known.compactMap { points[$0].deviation })
    } else {
      let freedom = known.reduce(0) { $0 + points[$1].size - 1 }
      let squares = StableSum.of(
        known.map { index in
          let deviation = points[index].deviation ?? 0
          return Double(points[index].size - 1) * deviation * deviation
        })
      shown = freedom > 0 ? (squares / Double(freedom)).squareRoot() : nil
    }
  }

  /// The standard deviation of single measurements, as seen from a subgroup of this size ≥ 2; nil
  /// where nothing varies.
  func processSigma(size: Int) -> Double? {
    if let process { return process }
    return shown.flatMap { $0 > 0 ? $0 / Constants.c4(size) : nil }
  }

  /// The standard deviation that a subgroup of this size is expected to show.
  func expectedDeviation(size: Int) -> Double? {
    guard let process else { return shown }
    return size > 1 ? process * Constants.c4(size) : nil
  }
}
