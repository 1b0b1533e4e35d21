extension Signal {
  /// The finding as a clause: "since Mar 2025 seven months in a row lie below the centre line 2.9".
  public func phrase(in chart: ControlChart, _ words: ChartWords) -> String {
    let last = points.last
    return phrase(
      in: chart, words,
      isGoingOn: last == chart.latest?.index || last == chart.latestFinal?.index)
  }

  /// - Parameter isGoingOn: whether it is told as "since" or as "from … to …".
  func phrase(in chart: ControlChart, _ words: ChartWords, isGoingOn: Bool) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    let at = chart.points[last]
    func number(_ line: Double?) -> String { line.map { " " + chart.text($0, words) } ?? "" }
    func period(_ index: Int) -> String { words.period(chart.points[index].x) }
    let side = direction == .high ? "above" : "below"
    let limitName = direction == .high ? "upper" : "lower"
    let stretch =
      isGoingOn ? "since \(period(first))" : "from \(period(first)) to \(period(last))"
    let many = "\(stretch), \(words.counted(points.count))"
    let lie = isGoingOn ? "lie" : "lay"
    switch rule.pattern {
    case .outside where points.count > 1:
      return "\(words.counted(points.count)) \(lie) \(side) the \(limitName) limit, "
        + "\(period(first)) to \(period(last))"
    case .outside:
      let limit = direction == .high ? at.upper : at.lower
      return
        "\(period(last)) \(isGoingOn ? "lies" : "lay") \(side) the \(limitName) limit\(number(limit))"
    case .shift, .run:
      return "\(many) in a row \(lie) \(side) the centre line\(centreText(in: chart, words))"
    case .trend:
      let verb = direction == .high ? (isGoingOn ? "rise" : "rose") : (isGoingOn ? "fall" : "fell")
      return "\(many) in a row \(verb)"
    case .twoOfThree:
      return "\(many) close together \(lie) near the \(limitName) limit"
    case .fourOfFive:
      return "\(many) close together \(lie) well \(side) the centre line"
    case .crossings:
      let runs = runs(in: chart)
      return "the centre line is crossed \(NumberText.times(runs?.crossings ?? 0)) in "
        + "\(words.counted(points.count)), where chance gives at least "
        + NumberText.spelled(runs?.crossingsLimit ?? 0)
    case .alternating: return "\(many) \(isGoingOn ? "go" : "went") up and down by turns"
    case .hugging: return "\(many) in a row \(lie) close to the centre line"
    case .mixture: return "\(many) in a row \(lie) far from the centre line, on both sides"
    }
  }

  /// The centre line that the points lie beside; nothing where it follows the denominators.
  private func centreText(in chart: ControlChart, _ words: ChartWords) -> String {
    let texts = Set(points.compactMap { chart.points[$0].centre.map { chart.text($0, words) } })
    return texts.count == 1 ? texts.map { " \($0)" }.joined() : ""
  }
}

extension Signal {
  /// The signals with single points of the same rule, side and phase put together as one.
  static func grouped(_ signals: [Signal]) -> [Signal] {
    var grouped: [Signal] = []
    var places: [Signal: Int] = [:]
    for signal in signals {
      var kind = signal
      kind.points = []
      guard signal.rule.pattern == .outside, let place = places[kind] else {
        places[kind] = grouped.count
        grouped.append(signal)
        continue
      }
      grouped[place].points += signal.points
    }
    return grouped.map { signal in
      var signal = signal
      signal.points.sort()
      return signal
    }
  }
}
