import ArgumentParser
import ControlCharts

struct ChartTypeArgument: ExpressibleByArgument {
  let type: ChartType
  /// A drawing that is no control chart; then `type` only says whether it needs denominators.
  let comparison: ComparisonType?
  init?(argument: String) {
    let name = argument.lowercased()
    comparison = ComparisonType(rawValue: name)
    guard let type = comparison?.nearest ?? ChartType(rawValue: name) else { return nil }
    self.type = type
  }
  var defaultValueDescription: String { comparison?.rawValue ?? type.rawValue }
  static let allValueStrings =
    ChartType.allCases.map(\.rawValue) + ComparisonType.allCases.map(\.rawValue)
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

/// A point to leave out, with the reason where one is given: `9`, or `9=ward closed`.
struct ExclusionArgument: ExpressibleByArgument {
  let position: Int
  let reason: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let position = Int(parts[0]) else { return nil }
    self.position = position
    reason = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
  }

  var defaultValueDescription: String { "\(position)" }
}
