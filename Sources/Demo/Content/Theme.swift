import Improvement

/// What a project of the sample network is about: its charter, measures and change ideas.
struct Theme: Sendable {
  var project: String
  var problem: String
  var whyNow: String
  var aim: String
  var population: String
  /// Primary drivers with their secondary ones.
  var drivers: [(primary: String, secondary: [String])]
  /// The first is the aim's.
  var measures: [MeasurePlan]
  var ideas: [Idea]
  var barriers: [(text: String, mitigation: String)]
}

/// A change that a team tries in a ramp of cycles.
struct Idea: Sendable {
  var name: String
  var kind: ResourceKind
  /// The change, as a sentence.
  var change: String
  /// If … then …
  var theory: String
  /// Who or what a test is counted in, for several of them.
  var unit: String
  var lessons: [String]
  var surprise: String
  var avoid: String
}

/// What a measure is and how its numbers run in the sample network.
struct MeasurePlan: Sendable {
  enum Course: Sendable {
    case steady
    /// A step at the change, with a phase that someone accepted.
    case improves
    /// A step at the change that nobody has named yet.
    case improvesUnnamed
    case worsens
  }

  var name: String
  var kind: MeasureKind
  var definition: String
  var numerator: String
  var denominator: String
  var unit: String
  var multiplier: Int
  var data: DataKind
  var chart: ChartChoice
  var direction: Direction
  var frequency: Frequency
  var target: Double?
  /// The level before and after the change: a share, a rate for one of the denominator, a mean.
  var before: Double
  var after: Double
  /// What one period has of the denominator.
  var size: ClosedRange<Int>
  var course: Course

  static func share(
    _ name: String, _ kind: MeasureKind, of denominator: String, counting numerator: String,
    _ definition: String, better direction: Direction, target: Double? = nil,
    from before: Double, to after: Double, size: ClosedRange<Int>, course: Course = .steady,
    chart: ChartChoice = .p
  ) -> MeasurePlan {
    MeasurePlan(
      name: name, kind: kind, definition: definition, numerator: numerator,
      denominator: denominator, unit: "%", multiplier: 100, data: .proportion, chart: chart,
      direction: direction, frequency: .month, target: target, before: before, after: after,
      size: size, course: course)
  }

  static func rate(
    _ name: String, _ kind: MeasureKind, of denominator: String, counting numerator: String,
    _ definition: String, per multiplier: Int, target: Double? = nil, from before: Double,
    to after: Double, size: ClosedRange<Int>, course: Course = .steady
  ) -> MeasurePlan {
    MeasurePlan(
      name: name, kind: kind, definition: definition, numerator: numerator,
      denominator: denominator,
      unit: "per \(multiplier == 1000 ? "1,000" : "\(multiplier)") \(denominator.lowercased())",
      multiplier: multiplier, data: .rate,
      chart: .u, direction: .decrease, frequency: .month, target: target, before: before,
      after: after, size: size, course: course)
  }

  static func value(
    _ name: String, _ kind: MeasureKind, _ definition: String, unit: String, data: DataKind,
    chart: ChartChoice, better direction: Direction, frequency: Frequency = .month,
    target: Double? = nil, from before: Double, to after: Double, course: Course = .steady
  ) -> MeasurePlan {
    MeasurePlan(
      name: name, kind: kind, definition: definition, numerator: "", denominator: "", unit: unit,
      multiplier: 1, data: data, chart: chart, direction: direction, frequency: frequency,
      target: target, before: before, after: after, size: 1...1, course: course)
  }
}

extension Theme {
  /// One for each kind of site in a dozen, in their order.
  static let all: [Theme] = [
    .woundInfections, .falls, .sepsis, .medicines, .lineInfections, .access, .bloodPressure,
    .skin, .homeVisits, .peerSupport, .discharge, .dayProcedures,
  ]
}
