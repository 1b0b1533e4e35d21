import JSONTree

/// A network of sites that improve together.
public struct Network: DocumentView {
  public static let documentType = DocumentType.network
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var name: String { text("name") ?? "" }
  public var purpose: String? { text("purpose") }
  public var aim: String? { text("aim") }
  public var drivers: [Driver] { records("drivers") }
  public var measures: [String] { tree["measures" as JSONPath]?.strings ?? [] }
  public var seasons: [Season] { records("seasons") }
  public var changePackages: [String] { tree["changePackages" as JSONPath]?.strings ?? [] }
  /// Counts below it are hidden in public copies.
  public var smallestCount: Int { tree["smallestCount"]?.int ?? 11 }
  public var ratingScales: [String] { tree["ratingScales" as JSONPath]?.strings ?? [] }

  /// The season a day falls in; where several do, the one that began last.
  public func season(on day: CalendarDate) -> Season? {
    seasons.filter { $0.contains(day) }.max { ($0.from ?? day) < ($1.from ?? day) }
  }
}

/// A learning session, or an action period between two.
public struct Season: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var name: String { text("name") ?? "" }
  public var kind: SeasonKind? { word("kind") }
  public var from: CalendarDate? { date("from") }
  public var to: CalendarDate? { date("to") }

  public func contains(_ day: CalendarDate) -> Bool {
    guard let from, let to else { return false }
    return from <= day && day <= to
  }
}
