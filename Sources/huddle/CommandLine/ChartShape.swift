import ArgumentParser
import ControlCharts
import Improvement

/// What shapes a chart besides its data; what is not said stays as the measure has it.
struct ChartShape: ParsableArguments {
  @Option(help: "The chart's type.")
  var type: ChartTypeArgument?

  @Option(
    help: ArgumentHelp("Calculate the lines from the first so many points.", valueName: "n"))
  var freeze: Int?

  @Option(
    help: ArgumentHelp(
      "Begin a new phase with this point or period; may be repeated.", valueName: "n|date"))
  var phase: [String] = []

  @Option(help: ArgumentHelp("Leave this point out; may be repeated.", valueName: "n"))
  var exclude: [Int] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("What is aimed for.", valueName: "v"))
  var target: Double?

  @Option(help: "Which way is better.")
  var improvement: ImprovementArgument?

  @Option(help: "What counts as a signal.")
  var rules: RulesArgument?

  @Option(help: ArgumentHelp("How many points on one side make a shift.", valueName: "n"))
  var shift: Int?

  @Option(help: ArgumentHelp("How many rising or falling points make a trend.", valueName: "n"))
  var trend: Int?

  @Option(
    name: .customLong("cl"), parsing: .unconditional,
    help: ArgumentHelp("The centre line, set by hand.", valueName: "v"))
  var centre: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The standard deviation, set by hand.", valueName: "v"))
  var sigma: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Multiply points and lines, by 1000 for a rate per 1,000.", valueName: "v"))
  var multiply: Double?

  @Flag(help: "Drop moving ranges beyond their own limit before averaging.")
  var screenMovingRanges = false

  func validate() throws {
    for (name, value) in [
      ("--freeze", freeze), ("--shift", shift), ("--trend", trend),
    ] where value.map({ $0 < 2 }) ?? false {
      throw ValidationError("\(name) wants 2 or more.")
    }
  }

  /// A chart's options with what was asked for in their place.
  ///
  /// - Parameter observations: those that are to be left out are marked so.
  func options(
    over base: ChartOptions, observations: inout [ControlCharts.Observation]
  ) throws -> ChartOptions {
    var options = base
    if let type { options.type = type.type }
    if let freeze { options.freeze = .firstPhase(points: freeze) }
    if !phase.isEmpty { options.phaseStarts = try phase.map { try start($0, observations) } }
    for position in exclude {
      guard observations.indices.contains(position - 1) else {
        throw Failure.refused(
          "--exclude \(position): the chart has \(observations.count) points, counted from 1")
      }
      observations[position - 1].isExcluded = true
    }
    if let target { options.target = target }
    if let improvement { options.improvement = improvement.improvement }
    if rules != nil || shift != nil || trend != nil {
      let name = rules?.name ?? base.ruleSets.first?.name ?? .nhs
      options.ruleSets = [RuleSet(name, shift: shift, trend: trend)]
    }
    if let centre { options.givenCentre = centre }
    if let sigma { options.givenSigma = sigma }
    if let multiply { options.multiplier = multiply }
    if screenMovingRanges { options.screensMovingRanges = true }
    return options
  }

  /// The index of the point that a number or a period means.
  private func start(_ text: String, _ observations: [ControlCharts.Observation]) throws -> Int {
    if let index = observations.firstIndex(where: { $0.x == text }), Int(text) == nil {
      return index
    }
    if let position = Int(text) {
      guard observations.indices.contains(position - 1) else {
        throw Failure.refused(
          "--phase \(text): the chart has \(observations.count) points, counted from 1")
      }
      return position - 1
    }
    guard let day = Period(text)?.firstDay,
      let index = observations.firstIndex(where: { Period($0.x).map { $0.lastDay >= day } ?? false }
      )
    else {
      throw Failure.refused(
        "--phase \(text): no point of the chart is there; name a point by its number or its period")
    }
    return index
  }
}

struct ChartTypeArgument: ExpressibleByArgument {
  let type: ChartType
  init?(argument: String) {
    guard let type = ChartType(rawValue: argument.lowercased()) else { return nil }
    self.type = type
  }
  var defaultValueDescription: String { type.rawValue }
  static let allValueStrings = ChartType.allCases.map(\.rawValue)
}

struct RulesArgument: ExpressibleByArgument {
  let name: RuleSet.Name
  init?(argument: String) {
    guard let name = RuleSet.Name(rawValue: argument.lowercased()) else { return nil }
    self.name = name
  }
  var defaultValueDescription: String { name.rawValue }
  static let allValueStrings = RuleSet.Name.allCases.map(\.rawValue)
}

struct ImprovementArgument: ExpressibleByArgument {
  let improvement: ImprovementDirection
  init?(argument: String) {
    guard let improvement = ImprovementDirection(rawValue: argument.lowercased()) else {
      return nil
    }
    self.improvement = improvement
  }
  var defaultValueDescription: String { improvement.rawValue }
  static let allValueStrings = ImprovementDirection.allCases.map(\.rawValue)
}
