import DocumentStore
import Improvement
import JSONTree

/// What an import would do; nothing has happened yet.
public struct ImportPlan: Sendable {
  public let measure: String
  public let source: String
  /// Rows that were looked at.
  public internal(set) var rows = 0
  /// Rows whose cell for the number is empty.
  public internal(set) var rowsWithoutNumber = 0
  /// Codes of the sites that will be made.
  public internal(set) var newSites: [String] = []
  /// Sites that have numbers in the table.
  public internal(set) var siteCount = 0
  public internal(set) var newSeries = 0
  public internal(set) var newObservations = 0
  public internal(set) var changedObservations = 0
  public internal(set) var sameObservations = 0
  /// The first problems in the order of rows; with any, nothing can be applied.
  public internal(set) var problems: [ImportProblem] = []
  public internal(set) var problemCount = 0
  var operations: [Operation] = []

  public var changesNothing: Bool { operations.isEmpty }

  /// Whether there may be more problems than were looked for.
  public var hasStoppedEarly: Bool { problemCount >= ImportPlan.mostProblems }

  /// With so many problems a table is another one than was meant, and reading on helps nobody.
  static let mostProblems = 10_000

  init(measure: String, source: String) {
    self.measure = measure
    self.source = source
  }

  /// Remembers a problem; of many, the first few are enough to mend a table.
  mutating func note(_ problem: ImportProblem) {
    problemCount += 1
    if problems.count < 10 { problems.append(problem) }
  }
}

extension ImportPlan {
  /// What would happen, a line for each thing.
  public var preview: [String] {
    var lines = [
      "numbers    \(newObservations) new, \(changedObservations) changed, "
        + "\(sameObservations) as they are",
      "series     \(newSeries) new, \(siteCount - newSeries) known",
    ]
    let names = newSites.prefix(6).joined(separator: ", ")
    let more = newSites.count > 6 ? " and \(newSites.count - 6) more" : ""
    let made = newSites.isEmpty ? "" : ": \(names)\(more)"
    lines.append("sites      \(siteCount), of which \(newSites.count) new\(made)")
    if rowsWithoutNumber > 0 {
      lines.append("no number  in \(rowsWithoutNumber) rows, which are left out")
    }
    return lines
  }

  /// What happened, once it has.
  public var done: String {
    if changesNothing {
      let same = sameObservations == 1 ? "that number" : "all \(sameObservations) numbers"
      return "nothing to change: \(measure) has \(same) already"
    }
    let made = newSites.isEmpty ? "" : ", \(newSites.count) of them new"
    let written = newObservations + changedObservations
    return "imported \(written) \(written == 1 ? "number" : "numbers") of \(measure) "
      + "(\(newObservations) new, \(changedObservations) changed) at \(siteCount) "
      + "\(siteCount == 1 ? "site" : "sites")\(made)"
  }
}
