import ArgumentParser
import ControlCharts
import Improvement

/// What shapes a chart besides its data; what is not said stays as the measure has it.
///
/// Numbers are taken whatever they begin with, so that `--freeze -1` is told what is wrong with it.
struct ChartShape: ParsableArguments {
  @Option(help: "The chart's type.")
  var type: ChartTypeArgument?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Calculate the lines of each phase from its first so many points.", valueName: "n"))
  var freeze: Int?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Begin a new phase with this point or period; may be repeated.", valueName: "n|date"))
  var phase: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Leave this point out, and say why; may be repeated.", valueName: "n[=reason]"))
  var exclude: [ExclusionArgument] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("What is aimed for.", valueName: "v"))
  var target: Double?

  @Option(help: "Which way is better.")
  var improvement: ImprovementArgument?

  @Option(help: "What counts as a signal.")
  var rules: RulesArgument?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many points on one side make a shift.", valueName: "n"))
  var shift: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many rising or falling points make a trend.", valueName: "n"))
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

  @Flag(help: "Use the constants as books print them, such as d2 = 1.128.")
  var roundedConstants = false

  func validate() throws {
    for (name, value, least) in [
      ("--freeze", freeze, 2), ("--shift", shift, 2), ("--trend", trend, 3),
    ] {
      if let value, value < least {
        throw ValidationError("\(name) \(value) is too few; it wants \(least) or more.")
      }
    }
    for (name, value) in [
      ("--target", target), ("--cl", centre), ("--sigma", sigma), ("--multiply", multiply),
    ] {
      if let value, !value.isFinite {
        throw ValidationError("\(name) \(value) is no number that can be charted.")
      }
    }
    if let multiply, multiply <= 0 {
      throw ValidationError("--multiply wants a number above 0.")
    }
    if let sigma, sigma < 0 { throw ValidationError("--sigma wants 0 or more.") }
  }

  /// Whether anything at all was asked for.
  var isGiven: Bool {
    type != nil || freeze != nil || !phase.isEmpty || !exclude.isEmpty || target != nil
      || improvement != nil || rules != nil || shift != nil || trend != nil || centre != nil
      || sigma != nil || multiply != nil || screenMovingRanges || roundedConstants
  }

  /// A chart's options with what was asked for in their place.
  ///
  /// - Parameter observations: those that are to be left out are marked so.
  func options(
    over base: ChartOptions, observations: inout [ControlCharts.Observation]
  ) throws -> ChartOptions {
    var options = base
    if let type { options.type = type.type }
    if let freeze { options.freeze = .everyPhase(points: freeze) }
    if !phase.isEmpty { options.phaseStarts = try phase.map { try start($0, observations) } }
    for exclusion in exclude {
      guard observations.indices.contains(exclusion.position - 1) else {
        throw Failure.refused(
          "--exclude \(exclusion.position): the chart has \(counted(observations.count))")
      }
      observations[exclusion.position - 1].isExcluded = true
      observations[exclusion.position - 1].exclusionReason = exclusion.reason
    }
    if let target { options.target = target }
    if let improvement { options.improvement = improvement.improvement }
    if let set = try ruleSet(over: base) { options.ruleSets = [set] }
    if let centre { options.givenCentre = centre }
    if let sigma { options.givenSigma = sigma }
    if let multiply { options.multiplier = multiply }
    if screenMovingRanges { options.screensMovingRanges = true }
    if roundedConstants { options.constants = .rounded }
    return options
  }

  /// The rules that were asked for; nil where nothing was said about them.
  private func ruleSet(over base: ChartOptions) throws -> RuleSet? {
    guard rules != nil || shift != nil || trend != nil else { return nil }
    let name = rules?.name ?? base.ruleSets.first?.name ?? .nhs
    let set = RuleSet(name, shift: shift, trend: trend)
    for (option, value, pattern) in [
      ("--shift", shift, Rule.Pattern.shift), ("--trend", trend, .trend),
    ] where value != nil && !set.has(pattern) {
      throw ValidationError("\(option) means nothing with --rules \(name.rawValue); leave it out.")
    }
    return set
  }

  private func counted(_ points: Int) -> String {
    points == 1 ? "one point" : "\(points) points, counted from 1"
  }

  /// The index of the point that a number or a period means.
  private func start(_ text: String, _ observations: [ControlCharts.Observation]) throws -> Int {
    if let index = observations.firstIndex(where: { $0.x == text }), Int(text) == nil {
      return index
    }
    if let position = Int(text) {
      guard observations.indices.contains(position - 1) else {
        throw Failure.refused(
          "--phase \(text): the chart has \(counted(observations.count))")
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
