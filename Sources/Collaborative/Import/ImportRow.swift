/// One number out of a table, still as it was written there.
public struct ImportRow: Hashable, Sendable {
  public enum Number: Hashable, Sendable {
    case value(String)
    case ratio(numerator: String, denominator: String)
  }

  /// As a spreadsheet counts it; the heading is row 1.
  public var row: Int
  public var site: String
  public var period: String
  public var number: Number

  public init(row: Int, site: String, period: String, number: Number) {
    self.row = row
    self.site = site
    self.period = period
    self.number = number
  }
}

/// A column of the table that is read.
public struct ImportColumn: Hashable, Sendable {
  public var name: String
  /// Counted from 1.
  public var position: Int

  public init(name: String, position: Int) {
    self.name = name
    self.position = position
  }
}

/// Where in the table each thing stands.
public struct ImportColumns: Hashable, Sendable {
  public enum Number: Hashable, Sendable {
    case value(ImportColumn)
    case ratio(numerator: ImportColumn, denominator: ImportColumn)

    /// The column that a problem with the number is reported for.
    var first: ImportColumn {
      switch self {
      case .value(let column): column
      case .ratio(let numerator, _): numerator
      }
    }
  }

  public var site: ImportColumn
  public var period: ImportColumn
  public var number: Number

  public init(site: ImportColumn, period: ImportColumn, number: Number) {
    self.site = site
    self.period = period
    self.number = number
  }
}

/// What is to be brought in, and how.
public struct ImportRequest: Sendable {
  /// A measure's name, `PROJECT/MEASURE` or id.
  public var measure: String
  public var columns: ImportColumns
  /// Whether a site that nobody knows is made.
  public var makesSites: Bool
  /// The code of the site that a name in the table means.
  public var siteCodes: [String: String]
  /// Where the numbers come from, such as a file's name.
  public var source: String

  public init(
    measure: String, columns: ImportColumns, makesSites: Bool = false,
    siteCodes: [String: String] = [:], source: String
  ) {
    self.measure = measure
    self.columns = columns
    self.makesSites = makesSites
    self.siteCodes = siteCodes
    self.source = source
  }
}
