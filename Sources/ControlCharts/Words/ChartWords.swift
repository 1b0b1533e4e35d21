/// The words a chart needs from whoever knows what it is about.
public struct ChartWords: Sendable {
  /// What is measured: "Falls".
  public var measure: String
  /// The unit behind a number: "per 1,000 bed days"; empty for none.
  public var unit: String
  /// What a point is called: "month"; the plural is `points`.
  public var point: String
  public var points: String
  /// How a label of the x axis is written for people: "2025-10" as "Oct 2025".
  public var period: @Sendable (String) -> String
  /// How many decimals numbers get at most; nil to choose by their spread.
  public var places: Int?

  public init(
    measure: String, unit: String = "", point: String = "point", points: String = "points",
    places: Int? = nil, period: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.measure = measure
    self.unit = unit
    self.point = point
    self.points = points
    self.places = places
    self.period = period
  }

  /// So many points: "one month", "seven months", "24 months".
  func counted(_ count: Int) -> String {
    "\(NumberText.spelled(count)) \(count == 1 ? point : points)"
  }
}

extension ControlChart {
  /// A value or a line of this chart as text.
  func text(_ number: Double, _ words: ChartWords) -> String {
    NumberText.trimmed(number, places: words.places ?? places)
  }
}

extension String {
  /// With its first letter a capital, as a heading or a sentence begins.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
