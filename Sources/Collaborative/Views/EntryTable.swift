import DocumentStore
import Improvement

/// What a grid for one period's numbers begins from: the measures of some sites with their numbers.
public struct EntryTable: Sendable {
  public var rows: [EntryRow]
  public var sites: [DocumentID]
  /// The sites' names, in the order of the rows.
  public var places: [String]
  public var today: CalendarDate
  /// What was typed before and not saved.
  public var draft: [String: String]

  /// The name under which what was typed is kept; the same sites find it again.
  public var draftName: String { Self.draftName(of: sites) }

  static func draftName(of sites: [DocumentID]) -> String {
    "numbers-\(sites.sorted().joined(separator: "-"))"
  }
}

/// One measure at one site, with the numbers that stand there.
public struct EntryRow: Sendable {
  public var seriesID: String
  public var siteID: String
  public var site: String
  /// The measure's name, with the group where the series isn't about all.
  public var name: String
  public var measure: Measure
  public var numbers: [Period: EnteredNumber]
  /// The first period with anything; nothing is missing before it.
  public var first: Period?

  /// The period a number of steps after the newest one that has ended.
  public func period(steps: Int, today: CalendarDate) -> Period {
    Period(measure.frequency.unit, containing: today).advanced(by: steps - 1)
  }

  /// The periods of the last twelve up to one, that one left out, of which nothing is known.
  public func gaps(before period: Period) -> [Period] {
    guard let first else { return [] }
    return (1...12).map { period.advanced(by: -$0) }.filter { $0 >= first && numbers[$0] == nil }
  }
}

/// A number as it would be typed, and who entered it.
public struct EnteredNumber: Hashable, Sendable {
  public var text: String
  public var note: String
  public var by: String?
  public var day: CalendarDate?
}
