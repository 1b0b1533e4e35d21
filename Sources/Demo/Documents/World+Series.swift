import Improvement
import JSONTree

extension World {
  /// The series of a site: its theme's measures, hand hygiene where there are hands to watch, and
  /// the wound measures where the bundle is shared.
  func series(ofSite site: Int) -> [JSON] {
    let sort = sort(ofSite: site)
    var all = Theme.all[sort].measures.enumerated().map { index, plan in
      series(plan, measure: measureId(sort, index), site: site, number: index)
    }
    if [2, 3, 10].contains(sort) {
      all += (0..<2).map { index in
        let plan = Theme.woundInfections.measures[index]
        return series(plan, measure: measureId(0, index), site: site, number: 5 + index)
      }
    }
    if sort != 9 {
      all.append(series(Self.handHygiene, measure: handHygieneId, site: site, number: 8))
    }
    return all
  }

  private func series(_ plan: MeasurePlan, measure: String, site: Int, number: Int) -> JSON {
    var random = Randomness(seed: seed, .series, site * 10 + number)
    let course = course(plan, site: site, &random)
    let author = memberId(site: site, 3)
    let points =
      plan.frequency == .event
      ? events(plan, course, site: site, by: author, &random)
      : reports(plan, course, measure, site: site, number: number, by: author, &random)
    var fields: JSON = [
      "site": .string(siteId(site)), "measure": .string(measure), "points": .array(points),
    ]
    // What all sites measure for the network is open to all of them.
    if measure == handHygieneId {
      fields["visibility"] = .string(Visibility.network.rawValue)
    }
    if let target = plan.target {
      fields["target"] = ["value": JSON(target), "from": .string("\(periods[0].firstDay)")]
    }
    let change = change(ofSite: site)
    if course != .steady, plan.frequency == .month {
      fields["baseline"] = [
        "from": .string("\(periods[0])"), "to": .string("\(periods[max(0, change - 1)])"),
        "frozen": true,
      ]
    }
    if course == .improves, months - change >= 10 {
      let idea = Theme.all[sort(ofSite: site)].ideas[0].name
      fields["phases"] = [
        [
          "starts": .string("\(periods[change])"), "reason": .string("\(idea): in daily use"),
          "author": .string(coach(ofSite: site)),
          "on": .string("\(periods[change].advanced(by: 10).firstDay.adding(days: 12))"),
        ]
      ]
    }
    let day = held(periods[0].lastDay.adding(days: 9))
    var tree = document(.series, site * 10 + number, on: day, by: author, fields)
    tree["id"] = .string(Series.id(site: siteId(site), measure: measure))
    return tree
  }

  /// How a measure runs at a site: as planned in the first dozen, elsewhere also by chance.
  private func course(
    _ plan: MeasurePlan, site: Int, _ random: inout Randomness
  ) -> MeasurePlan.Course {
    if isPlanned(site) { return plan.course }
    switch random.share() {
    case ..<0.5: return plan.course
    case ..<0.85: return .steady
    case ..<0.95: return plan.frequency == .month ? .improves : .improvesUnnamed
    default: return .worsens
    }
  }

  private func level(_ plan: MeasurePlan, _ course: MeasurePlan.Course, month: Int, site: Int)
    -> Double
  {
    let local = 1 + Double((site * 7) % 5 - 2) * 0.02
    switch course {
    case .steady: return plan.before * local
    case .improves, .improvesUnnamed:
      return (month >= change(ofSite: site) ? plan.after : plan.before) * local
    case .worsens:
      let away = max(0, Double(2 * month - months)) / Double(months)
      let worst = plan.course == .worsens ? plan.after : 2 * plan.before - plan.after
      return (plan.before + (max(worst, 0) - plan.before) * away) * local
    }
  }

  private func reports(
    _ plan: MeasurePlan, _ course: MeasurePlan.Course, _ measure: String, site: Int, number: Int,
    by author: String, _ random: inout Randomness
  ) -> [JSON] {
    let all = plan.frequency == .week ? weeks : periods
    let late = lateReports(site: site, number: number)
    return all.enumerated().compactMap { index, period in
      let month = index * months / all.count
      let chance =
        measure == handHygieneId
        ? handHygieneLevel(plan.before, plan.after, month: month, site: site)
        : level(plan, course, month: month, site: site)
      var point = value(plan, chance, &random)
      if index >= all.count - late { return nil }
      switch gap(site: site, month: month) {
      case .some(true): point = ["status": "missing", "note": "The office moved; notes were lost."]
      case .some(false): return nil
      case nil: break
      }
      point["period"] = .string("\(period)")
      let entered = period.lastDay.adding(days: 3 + (site + index) % 7)
      point["entered"] = [
        "at": .string("\(held(entered))T14:05:00Z"), "by": .string(author),
      ]
      decorate(
        &point, plan, site: site, number: number, index: index, isLast: index == all.count - 1)
      return point
    }
  }

  /// How many of the latest reports a site has not sent.
  private func lateReports(site: Int, number: Int) -> Int {
    if isPlanned(site) { return site == 7 ? 2 : site == 3 && number == 2 ? 1 : 0 }
    return site % 9 == 0 ? 1 + site % 2 : 0
  }

  /// Whether a home care service's month is missing with a reason (true), without one (false), or
  /// not at all.
  private func gap(site: Int, month: Int) -> Bool? {
    guard sort(ofSite: site) == 8 else { return nil }
    let first = months / 3
    switch month {
    case first, first + 1, first + 2: return true
    case first + 3, first + 7: return false
    default: return nil
    }
  }

  private func decorate(
    _ point: inout JSON, _ plan: MeasurePlan, site: Int, number: Int, index: Int, isLast: Bool
  ) {
    if isLast, [0, 2, 6].contains(sort(ofSite: site)), number == 0 {
      point["quality"] = "provisional"
    }
    if plan.frequency == .month, index == change(ofSite: site), number == 0 {
      let idea = Theme.all[sort(ofSite: site)].ideas[0].name
      point["note"] = .string("\(idea) in daily use from here.")
    }
    if site % 12 == 5, number == 1, index == 5 {
      point["leftOut"] = [
        "reason": "Counted twice after the change of software", "by": .string(coach(ofSite: site)),
      ]
    }
  }

  private var weeks: [Period] {
    let last = Period(.week, containing: periods[months - 1].lastDay)
    var week = Period(.week, containing: periods[0].firstDay).successor
    var weeks: [Period] = []
    while week < last {
      weeks.append(week)
      week = week.successor
    }
    return weeks
  }

  private func value(_ plan: MeasurePlan, _ level: Double, _ random: inout Randomness) -> JSON {
    let size = random.number(in: plan.size)
    switch plan.data {
    case .proportion:
      let count =
        plan.size.upperBound < 1000
        ? random.binomial(size, level)
        : Int((Double(size) * (level + random.deviation() * 0.012)).rounded())
      return ["numerator": JSON(min(max(count, 0), size)), "denominator": JSON(size)]
    case .rate:
      return [
        "numerator": JSON(random.count(mean: Double(size) * level)), "denominator": JSON(size),
      ]
    case .count: return ["value": JSON(random.count(mean: level))]
    default:
      let value = level * (1 + random.deviation() * 0.11)
      return ["value": JSON((value * 10).rounded() / 10)]
    }
  }

  /// Rare events, day by day; a point is the time, or the cases, since the one before.
  private func events(
    _ plan: MeasurePlan, _ course: MeasurePlan.Course, site: Int, by author: String,
    _ random: inout Randomness
  ) -> [JSON] {
    var points: [JSON] = []
    var since = 0
    var day = periods[0].firstDay
    let last = periods[months - 1].lastDay
    while day <= last {
      let month = min(day.days(since: periods[0].firstDay) / 31, months - 1)
      let chance = level(plan, course, month: month, site: site)
      let cases = plan.data == .timeBetween ? 1 : day.weekday.rawValue < 6 ? 6 : 0
      for place in 0..<cases {
        since += 1
        guard random.share() < chance else { continue }
        points.append([
          "period": .string("\(day)"), "sequence": JSON(place), "value": JSON(since),
          "entered": ["at": .string("\(held(day))T15:40:00Z"), "by": .string(author)],
        ])
        since = 0
      }
      day = day.adding(days: 1)
    }
    return points
  }
}
