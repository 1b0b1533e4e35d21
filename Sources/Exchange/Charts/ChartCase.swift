import ControlCharts
import JSONTree

/// A series with its options in the schema of independent programs' cases, version 1.
public struct ChartCase: Sendable {
  public let name: String
  public let input: ChartInput

  /// Reads a case; what an independent program made of it is passed over.
  ///
  /// - Throws: `ChartCaseError` where a field is missing or not what it should be.
  public init(_ tree: JSON) throws(ChartCaseError) {
    let reader = CaseReader(tree)
    let type = try reader.type()
    let (observations, notes) = try reader.observations(of: type)
    let title = tree["title"]?.string ?? tree["case"]?.string ?? "case"
    name = tree["case"]?.string ?? title
    input = ChartInput(
      observations: observations, options: try reader.options(type: type),
      words: ChartWords(measure: title), showsBareRules: true, notes: notes)
  }
}

/// Why a case can't be read.
public enum ChartCaseError: Error, Hashable, Sendable {
  case notACase
  case otherSchema(Int)
  case unknownChart(String)
  case missing(String)
  case notANumber(field: String, position: Int)
  case unevenLengths(String, count: Int, expected: Int)
  case badOption(String)
  case notChartable(position: Int, RowProblem)
}

extension ChartCaseError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notACase: "this is no case: it must be one JSON object with chart, x and y"
    case .otherSchema(let found): "the case has schema \(found); this huddle reads schema 1"
    case .unknownChart(let name):
      "the case asks for a chart “\(name)”; choose one of "
        + ChartType.allCases.map(\.rawValue).joined(separator: ", ")
    case .missing(let field): "the case has no \(field); add it"
    case .notANumber(let field, let position):
      "\(field), position \(position): this is neither a number nor null; correct it"
    case .unevenLengths(let field, let count, let expected):
      "\(field) has \(count) entries where x has \(expected); make them equally long"
    case .notChartable(let position, let problem):
      "\(problem.cell == .denominator ? "n" : "y"), position \(position): "
        + problem.words(denominator: "n")
    case .badOption(let field): "\(field) is not what a case may say there; correct it"
    }
  }
}
