import Improvement

/// What is wrong with a row of a table, and where.
public struct ImportProblem: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case noSite
    case unknownSite(String, suggestions: [String])
    case noPeriod
    case notAPeriod(String, unit: Period.Unit)
    case duplicatePeriod(Period, site: String, firstRow: Int)
    case notANumber(ObservationError)
    case notPermitted(Denial)
    case tooMany(limit: Int)
    /// What a cell says can't be; the words say why and what to do.
    case refused(String)
    /// The table itself is broken here; the words say all.
    case unreadable(String)
  }

  public var row: Int
  /// Nil where the whole row is meant.
  public var column: ImportColumn?
  public var reason: Reason

  public init(row: Int, column: ImportColumn?, reason: Reason) {
    self.row = row
    self.column = column
    self.reason = reason
  }
}

extension ImportProblem: CustomStringConvertible {
  /// Where it is, what is wrong and what to do now, in one line.
  public var description: String {
    if case .unreadable(let words) = reason { return words }
    let place = column.map { ", column \($0.position) (\($0.name))" } ?? ""
    return "row \(row)\(place): \(reason)"
  }
}

extension ImportProblem.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSite: "no site is named; fill it in or leave the row out"
    case .unknownSite(let text, let suggestions):
      "no site is called “\(text)”"
        + (suggestions.isEmpty ? "" : " (\(suggestions.joined(separator: ", "))?)")
        + "; name it with --map, or have missing sites made with --create-sites"
    case .noPeriod: "no period is named; fill it in or leave the row out"
    case .notAPeriod(let text, let unit):
      "“\(text)” is no date; for each \(unit.rawValue) write \(Self.example(unit)) or a day such as "
        + "2026-03-14"
    case .duplicatePeriod(let period, let site, let firstRow):
      "\(period.label) at \(site) stands in row \(firstRow) already; "
        + "keep one, or choose rows with --where"
    case .notANumber(.notANumber(let text)):
      "“\(text)” is no number; correct it or leave it empty"
    case .notANumber(let error): "\(error)"
    case .notPermitted(let denial): denial.words
    case .tooMany(let limit):
      "more than \(limit) numbers at once; import the table in parts, with --where or as several "
        + "files"
    case .refused(let words), .unreadable(let words): words
    }
  }

  private static func example(_ unit: Period.Unit) -> String {
    switch unit {
    case .day: "2026-03-14"
    case .week: "2026-W11"
    case .month: "2026-03"
    case .quarter: "2026-Q1"
    }
  }
}
