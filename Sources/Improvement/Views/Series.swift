import JSONTree

/// The numbers of one measure at one site, or of one stratum there.
public struct Series: DocumentView {
  public static let documentType = DocumentType.series
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var site: String { text("site") ?? "" }
  public var measure: String { text("measure") ?? "" }
  public var stratum: String? { text("stratum") }
  public var targetValue: Double? { tree["target.value" as JSONPath]?.double }
  public var targetFrom: CalendarDate? { date("target.from") }
  public var baselineFrom: Period? { period("baseline.from") }
  public var baselineTo: Period? { period("baseline.to") }
  public var isBaselineFrozen: Bool { tree["baseline.frozen" as JSONPath]?.bool ?? false }
  public var phases: [SeriesPhase] { records("phases") }
  public var points: [SeriesPoint] {
    get { records("points") }
    set { tree["points"] = .array(newValue.map(\.tree)) }
  }
}

/// Where the limits begin anew, by decision and with a reason.
public struct SeriesPhase: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var starts: Period? { period("starts") }
  public var reason: String { text("reason") ?? "" }
  public var author: String? { text("author") }
  public var on: CalendarDate? { date("on") }
}

extension Series {
  /// The id of a series, which is known by its place: site, measure and, where it has one, stratum.
  public static func id(site: String, measure: String, stratum: String? = nil) -> String {
    stratum.map { "\(site).\(measure).\($0)" } ?? "\(site).\(measure)"
  }

  /// Puts a point where its period and sequence belong, in the place of one that stands there.
  ///
  /// Complexity: O(n).
  public mutating func put(_ point: SeriesPoint) {
    var all = points
    if let index = all.firstIndex(where: { $0.place == point.place }) {
      all[index] = point
    } else {
      let index = all.firstIndex { point.precedes($0) } ?? all.count
      all.insert(point, at: index)
    }
    points = all
  }
}
