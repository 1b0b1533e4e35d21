import Collaborative
import ControlCharts
import Improvement
import Plots

extension ProjectDetail {
  /// The ramps as a drawing: a row each, a mark for each test.
  public static func timeline(of ramps: [Ramp], today: CalendarDate) -> RampTimeline {
    let days = ramps.flatMap(\.cycles).compactMap(\.begunOn)
    return RampTimeline(
      ramps: ramps.map { ramp in
        RampTimeline.Ramp(name: ramp.name, tests: ramp.cycles.map(\.test))
      }, axis: axis(around: days, today: today), today: today.daysSince1970)
  }

  /// The milestones as a drawing, in the order of their days.
  public var milestoneTimeline: MilestoneTimeline {
    let days = steps.flatMap { step -> [CalendarDate] in
      if case .done(let day?) = step.done { return [step.due, day].compactMap(\.self) }
      return [step.due].compactMap(\.self)
    }
    return MilestoneTimeline(
      entries: steps.map(\.timelineEntry), axis: Self.axis(around: days, today: today),
      today: today.daysSince1970)
  }

  private static func axis(around days: [CalendarDate], today: CalendarDate) -> TimeAxis {
    let span = months(around: days, today: today)
    return TimeAxis(
      first: span.first, last: span.last,
      ticks: span.starts.map { month in
        TimeAxis.Tick(day: month.daysSince1970, label: String(month.description.prefix(7)))
      })
  }
}

extension ProjectDetail.Step {
  var timelineEntry: MilestoneTimeline.Entry {
    var doneOn: CalendarDate?
    if case .done(let day) = done { doneOn = day }
    let state: MilestoneTimeline.Entry.State =
      done.isDone ? .done : daysLate > 0 ? .late : .open
    return MilestoneTimeline.Entry(
      text: what, words: words, state: state, due: due?.daysSince1970,
      done: doneOn?.daysSince1970)
  }

  /// Where it stands: `due 6 Feb 2027`, `done 5 Feb 2026, 6 days late`.
  var words: String {
    let late = daysLate == 0 ? "" : ", \(daysLate) \(daysLate == 1 ? "day" : "days") late"
    switch done {
    case .done(let day?): return "done \(day.label)\(late)"
    case .done(nil): return "done"
    case .open: return (due.map { "due \($0.label)" } ?? "no day set") + late
    }
  }
}

extension Cycle {
  /// The day a test began, or is planned to begin.
  var begunOn: CalendarDate? { actualStart ?? plannedStart ?? actualEnd ?? plannedEnd }

  /// The cycle as a mark of a ramp's drawing.
  var test: RampTimeline.Test {
    let size = scale.patients ?? scale.encounters ?? scale.clinicians
    let parts = [
      begunOn?.label ?? "no day yet", decision?.label.lowercased() ?? stage.label.lowercased(),
      size.map { "\(hasBegun || stage > .plan ? "tried" : "planned") with \($0)" } ?? "", title,
    ]
    return RampTimeline.Test(
      id: id, day: begunOn?.daysSince1970, size: size, state: testState,
      words: parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }

  private var testState: RampTimeline.Test.State {
    switch decision {
    case .adopt: .adopt
    case .adapt: .adapt
    case .abandon: .abandon
    case .scaleUp: .scaleUp
    case .repeat: .repeat
    case nil:
      switch stage {
      case .plan: .plan
      case .do: .do
      case .study: .study
      case .act: .act
      case .closed: .closed
      }
    }
  }
}
