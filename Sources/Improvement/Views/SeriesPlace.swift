/// Where a series is: a measure at a site, which together are its id.
public struct SeriesPlace: Hashable, Sendable {
  public var site: String
  public var measure: String

  public init(site: String, measure: String) {
    self.site = site
    self.measure = measure
  }

  /// What the id of a series says; nothing of another text.
  public init?(seriesID: String) {
    let parts = seriesID.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1, !parts[1].isEmpty else { return nil }
    self.init(site: String(parts[0]), measure: String(parts[1]))
  }

  /// The id of the series that is about all, and not about a group of them.
  public var seriesID: String { Series.id(site: site, measure: measure) }
}
