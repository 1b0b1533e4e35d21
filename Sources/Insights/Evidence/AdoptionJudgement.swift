import Improvement

/// What the charts of a site say about something that was tried there.
///
/// One chart decides, and which one is settled before looking at any: the outcome that the project
/// aims at, else its other outcomes in their order, else the measure that shows how reliably it is
/// done, else the other processes; the first of them that can be judged. So nobody picks the chart
/// that looks best, and more charts don't mean more chances.
public struct AdoptionJudgement: Sendable {
  public enum Verdict: Hashable, Sendable {
    case better, unchanged, worse
    case notYet(Obstacle)
  }

  /// Why a site can't be judged yet.
  public enum Obstacle: Hashable, Sendable {
    /// It was never taken into use.
    case notInUse(AdoptionStage)
    /// It is in use, and nobody noted since when.
    case noDay
    /// No outcome and no process measure there has numbers.
    case noNumbers
    /// There are numbers, and this reader may not see them.
    case hiddenNumbers
    case chart(ChartJudgement.Obstacle, measure: String)
  }

  public var adoption: Adoption
  /// The day it was taken into use.
  public var start: CalendarDate?
  /// Every chart that belongs to it, in the order in which they decide.
  public var charts: [ChartJudgement]
  /// Whether there are numbers beside those that may be read.
  private let hidesNumbers: Bool

  /// - Parameters:
  ///   - series: those at the adoption's site, with their measures, as far as they may be read.
  ///   - hidesNumbers: whether there are more that may not.
  public init(
    _ adoption: Adoption, in project: Project?, series: [(Series, Measure)],
    hidesNumbers: Bool = false
  ) {
    self.adoption = adoption
    self.hidesNumbers = hidesNumbers
    start = adoption.implementedOn
    guard let start else {
      charts = []
      return
    }
    let end = adoption.stage == .abandoned ? adoption.lastDay(of: .abandoned) : nil
    charts = Self.chosen(series, for: adoption, in: project).map { series, measure in
      ChartJudgement(series, of: measure, from: start, until: end)
    }
  }

  /// Whether charts of a kind of measures ever decide.
  public static func mayDecide(_ kind: MeasureKind) -> Bool { kind == .outcome || kind == .process }

  /// The charts that belong to an adoption, in the order in which they decide.
  public static func chosen(
    _ all: [(Series, Measure)], for adoption: Adoption, in project: Project?
  ) -> [(Series, Measure)] {
    let order = project?.measureIds ?? []
    func rank(_ measure: Measure) -> (Int, Int)? {
      let place = order.firstIndex(of: measure.id)
      let isOfProject = place != nil || measure.id == project?.aim.measure
      switch measure.kind {
      case .outcome where isOfProject:
        return (measure.id == project?.aim.measure ? 0 : 1, place ?? order.count)
      case .outcome, .process:
        if measure.id == adoption.reliabilityMeasure { return (2, 0) }
        return isOfProject && measure.kind == .process ? (3, place ?? order.count) : nil
      case .balancing, .structure: return nil
      }
    }
    // A group within the site is a part of the same patients, and would count them twice.
    return all.filter { $0.0.stratum == nil && $0.0.site == adoption.site }
      .compactMap { entry in rank(entry.1).map { (rank: $0, entry: entry) } }
      .sorted { ($0.rank.0, $0.rank.1, $0.entry.1.id) < ($1.rank.0, $1.rank.1, $1.entry.1.id) }
      .map(\.entry)
  }

  /// Whether a measure is one that an adoption is watched by: one of its project's, or the one that
  /// shows how reliably it is done.
  public static func watches(
    _ measure: Measure, _ adoption: Adoption, in project: Project?
  ) -> Bool {
    measure.id == adoption.reliabilityMeasure || measure.id == project?.aim.measure
      || project?.measureIds.contains(measure.id) ?? false
  }

  /// The chart that decides; nil where none can be judged.
  public var deciding: ChartJudgement? { charts.first(where: \.isTold) }

  public var verdict: Verdict {
    guard start != nil else {
      return .notYet(adoption.stage.isInUse ? .noDay : .notInUse(adoption.stage))
    }
    switch deciding?.verdict {
    case .better: return .better
    case .unchanged: return .unchanged
    case .worse: return .worse
    case .notYet, nil: break
    }
    guard let first = charts.first, case .notYet(let obstacle) = first.verdict else {
      return .notYet(hidesNumbers ? .hiddenNumbers : .noNumbers)
    }
    return .notYet(.chart(obstacle, measure: first.measure.name))
  }

  public var isTold: Bool { deciding != nil }

  /// Whether somebody else, who may see the numbers, might judge it.
  public var isHidden: Bool { verdict == .notYet(.hiddenNumbers) }
}

extension Adoption {
  /// The day it was taken into use; of one that is still in use a year on and says no more, that
  /// day.
  public var implementedOn: CalendarDate? { day(of: .implemented) ?? day(of: .sustained) }

  fileprivate func lastDay(of stage: AdoptionStage) -> CalendarDate? {
    history.last { $0.stage == stage }?.at
  }
}
