import ControlCharts
import JSONTree

/// Reads the fields of a case.
struct CaseReader {
  private let tree: JSON

  init(_ tree: JSON) { self.tree = tree }

  func type() throws(ChartCaseError) -> ChartType {
    guard tree.object != nil else { throw .notACase }
    if let schema = tree["schema"]?.int, schema != 1 { throw .otherSchema(schema) }
    guard let name = tree["chart"]?.string else { throw .missing("chart") }
    guard let type = ChartType(rawValue: name) else { throw .unknownChart(name) }
    return type
  }

  /// The points of the chart, and what is to be said about how they were read.
  func observations(
    of type: ChartType
  ) throws(ChartCaseError) -> ([Observation], notes: [String]) {
    guard let x = tree["x"]?.array else { throw .missing("x") }
    let labels = x.map(Self.label)
    guard let y = try numbers("y") else { throw .missing("y") }
    let n = try numbers("n")
    try checkLength("y", y, labels.count)
    if let n { try checkLength("n", n, labels.count) }
    let rows = labels.indices.map { Row(x: labels[$0], y: y[$0], denominator: n?[$0]) }
    for (index, row) in rows.enumerated() {
      if let problem = row.problem(for: type) {
        throw .notChartable(position: index + 1, problem)
      }
    }
    var observations = Observation.grouped(
      rows, along: try axis(), for: type, hasDenominators: n != nil, aggregate: try aggregate())
    var notes: [String] = []
    for position in try positions("exclude") {
      guard observations.indices.contains(position - 1) else {
        notes.append(
          "Point \(position) is to be left out, but there are \(observations.count); ignored.")
        continue
      }
      observations[position - 1].isExcluded = true
    }
    return (observations, notes)
  }

  func options(type: ChartType) throws(ChartCaseError) -> ChartOptions {
    let source = tree["source"]?.string ?? ""
    let parts = try positions("parts")
    var options = ChartOptions(
      type: type, ruleSets: try ruleSets(), phaseStarts: parts, axis: try axis())
    options.freeze = try freeze(parts: parts, isNHS: source.hasPrefix("NHSR"))
    // The peer that made the cases of I′ charts freezes their centre line only.
    options.freezesSpread = !(type == .ip && source.hasPrefix("qicharts2"))
    if let word = tree["improvement"], !word.isNull {
      guard let improvement = word.string.flatMap(ImprovementDirection.init) else {
        throw .badOption("improvement")
      }
      options.improvement = improvement
    }
    options.target = try number("target", in: tree)
    options.givenCentre = try number("cl_given", in: tree)
    options.givenSigma = try number("sd_given", in: tree)
    options.multiplier = try number("multiply", in: tree) ?? 1
    options.screensMovingRanges = try flag("screen_moving_ranges")
    options.floorsAtZero = try flag("floor_lower_limit_at_zero")
    options.subgroupSpread =
      tree["options"]?["sd_method"]?.string == nil ? .meanOrPooled : .meanCorrected
    options.constants = try constants()
    return options
  }

  /// The rounded constants where the case names any, else the exact ones.
  private func constants() throws(ChartCaseError) -> Constants {
    let d2 = try number("d2", in: given)
    let d4 = try number("d4", in: given)
    let factor = try number("limit_factor", in: given)
    guard d2 != nil || d4 != nil || factor != nil else { return .exact }
    var constants = Constants.rounded
    if let d2 {
      guard d2 > 0 else { throw .badOption("options.d2") }
      constants.d2 = d2
      constants.individualsFactor = 3 / d2
    }
    if let d4 { constants.d4 = d4 }
    if let factor { constants.individualsFactor = factor }
    return constants
  }

  /// All sets, so that one run can be held against any peer; the one that the case names has the
  /// lengths it asks for.
  private func ruleSets() throws(ChartCaseError) -> [RuleSet] {
    let shift = try length("shift")
    let trend = try length("trend")
    let named = given["rules"]?.string.flatMap(RuleSet.Name.init) ?? .nhs
    return RuleSet.all.map { set in
      set.name == named ? RuleSet(named, shift: shift, trend: trend) : set
    }
  }

  private func length(_ name: String) throws(ChartCaseError) -> Int? {
    guard let value = try number(name, in: given) else { return nil }
    guard let length = Int(exactly: value) else { throw .badOption("options.\(name)") }
    return length
  }

  private var given: JSON { tree["options"] ?? .object(JSONObject()) }

  private func freeze(parts: [Int], isNHS: Bool) throws(ChartCaseError) -> Freeze {
    guard let count = try number("freeze", in: tree) else { return .none }
    guard let points = Int(exactly: count), points >= 0 else { throw .badOption("freeze") }
    if isNHS { return .everyPhase(points: points) }
    return parts.isEmpty ? .firstPhase(points: points) : .none
  }

  private func axis() throws(ChartCaseError) -> Axis {
    guard let word = tree["x_type"]?.string else { return .number }
    guard let axis = Axis(rawValue: word) else { throw .badOption("x_type") }
    return axis
  }

  private func aggregate() throws(ChartCaseError) -> Aggregate {
    guard let word = tree["options"]?["aggregate"]?.string else { return .mean }
    guard let aggregate = Aggregate(rawValue: word) else { throw .badOption("options.aggregate") }
    return aggregate
  }

  private func flag(_ name: String) throws(ChartCaseError) -> Bool {
    guard let value = tree["options"]?[name], !value.isNull else { return false }
    guard let flag = value.bool else { throw .badOption("options.\(name)") }
    return flag
  }

  private func number(_ name: String, in object: JSON) throws(ChartCaseError) -> Double? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let number = value.double else { throw .badOption(name) }
    return number
  }

  private func numbers(_ name: String) throws(ChartCaseError) -> [Double?]? {
    guard let value = tree[name], !value.isNull else { return nil }
    guard let elements = value.array else { throw .badOption(name) }
    var numbers: [Double?] = []
    for (index, element) in elements.enumerated() {
      if element.isNull {
        numbers.append(nil)
      } else if let number = element.double {
        numbers.append(number)
      } else {
        throw .notANumber(field: name, position: index + 1)
      }
    }
    return numbers
  }

  private func positions(_ name: String) throws(ChartCaseError) -> [Int] {
    try (numbers(name) ?? []).map { value throws(ChartCaseError) in
      guard let value, let position = Int(exactly: value) else { throw .badOption(name) }
      return position
    }
  }

  private func checkLength(
    _ name: String, _ values: [Double?], _ expected: Int
  ) throws(ChartCaseError) {
    if values.count != expected {
      throw .unevenLengths(name, count: values.count, expected: expected)
    }
  }

  private static func label(_ value: JSON) -> String {
    value.string ?? value.number?.literal ?? value.compactText
  }
}
