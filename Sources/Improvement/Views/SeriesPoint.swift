import JSONTree

/// One observation of a series.
public struct SeriesPoint: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  // A chart asks each of its points for all of this, so it is looked up by name and not by path.
  public var period: Period? { tree["period"]?.string.flatMap { Period($0) } }
  public var periodText: String { tree["period"]?.string ?? "" }
  /// Which one it is, where several fall on one period.
  public var sequence: Int { tree["sequence"]?.int ?? 0 }
  public var status: PointStatus {
    tree["status"]?.string.flatMap(PointStatus.init(rawValue:)) ?? .reported
  }
  public var quality: PointQuality {
    tree["quality"]?.string.flatMap(PointQuality.init(rawValue:)) ?? .final
  }
  public var value: Double? { tree["value"]?.double }
  public var numerator: Double? { tree["numerator"]?.double }
  public var denominator: Double? { tree["denominator"]?.double }
  public var values: [Double] { tree["values"]?.elements.compactMap(\.double) ?? [] }
  public var isLeftOut: Bool { tree["leftOut"].map { !$0.isBlank } ?? false }
  public var leftOutReason: String? { tree["leftOut"] == nil ? nil : text("leftOut.reason") }
  public var note: String? { text("note") }
  public var enteredAt: String? { text("entered.at") }
  public var enteredBy: String? { text("entered.by") }
  public var enteredFor: String? { text("entered.for") }
  public var source: String? { text("source") }

  /// What makes a point the same as another.
  var place: String { "\(periodText) \(sequence)" }

  func precedes(_ other: SeriesPoint) -> Bool {
    guard let mine = period, let theirs = other.period else { return false }
    return (mine, sequence) < (theirs, other.sequence)
  }
}
