import ControlCharts

/// A table of places or categories with their counts: which column is what, picked by name where
/// nobody says so.
///
/// Rows of the same name are added up; the names keep the order in which they first come.
public struct CategoryTable: Sendable {
  public let xColumn: String
  public let yColumn: String
  public let denominatorColumn: String?
  public let rows: [Row]

  /// Names of columns that hold places.
  public static let places = ["site", "unit", "ward", "hospital", "organisation", "org", "team"]
  /// Names of columns that hold categories.
  public static let categories = ["category", "cause", "reason", "type", "kind"]

  /// Reads a table to its end.
  ///
  /// - Parameters:
  ///   - x: the column of the names; nil for one of the usual names, else the first.
  ///   - usual: the names such a column usually has.
  public init(
    _ reader: inout CSVReader, x: String?, y: String?, n: String?, usual: [String],
    wantsDenominator: Bool
  ) throws {
    let names = reader.heading
    let picked = usual.lazy.compactMap { word in
      names.first { $0.lowercased() == word }
    }.first
    let table = try ChartTableInput(
      &reader, x: x ?? picked ?? names.first, y: y, n: n, wantsDenominator: wantsDenominator)
    xColumn = table.x.name
    yColumn = table.y.name
    denominatorColumn = table.denominator?.name
    rows = table.rows
  }

  /// The places with their counts and denominators added up.
  ///
  /// A row of which either is missing adds nothing.
  public var entries: [FunnelEntry] {
    var entries: [FunnelEntry] = []
    var places: [String: Int] = [:]
    for row in rows {
      let place = places[row.x, default: entries.count]
      if place == entries.count {
        places[row.x] = place
        entries.append(FunnelEntry(name: row.x, numerator: nil, denominator: nil))
      }
      guard let y = row.y, let n = row.denominator else { continue }
      entries[place].numerator = (entries[place].numerator ?? 0) + y
      entries[place].denominator = (entries[place].denominator ?? 0) + n
    }
    return entries
  }

  /// A part of the denominators where no place has more events than opportunities.
  public var kind: FunnelKind {
    entries.allSatisfy { ($0.numerator ?? 0) <= ($0.denominator ?? 0) } ? .proportion : .rate
  }
}
