import JSONTree

/// One observation of a series.
public struct SeriesPoint: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var period: Period? { period("period") }
  public var periodText: String { text("period") ?? "" }
  /// Which one it is, where several fall on one period.
  public var sequence: Int { tree["sequence"]?.int ?? 0 }
  public var status: PointStatus { word("status") ?? .reported }
  public var quality: PointQuality { word("quality") ?? .final }
  public var value: Double? { tree["value" as JSONPath]?.double }
  public var numerator: Double? { tree["numerator" as JSONPath]?.double }
  public var denominator: Double? { tree["denominator" as JSONPath]?.double }
  public var values: [Double] { tree["values"]?.elements.compactMap(\.double) ?? [] }
  public var isLeftOut: Bool { tree["leftOut"].map { !$0.isBlank } ?? false }
  public var leftOutReason: String? { text("leftOut.reason") }
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
