import Improvement

/// Everything about one site that attention is judged by.
public struct SiteFile: Sendable {
  public var site: Site
  public var projects: [Project]
  public var cycles: [Cycle]
  /// Notes about the site or about any of its documents, and the answers to them.
  public var notes: [Note]
  public var charts: [SeriesChart]
  /// The learning sessions and action periods of the network.
  public var seasons: [Season]
  /// What the coach who looks at it keeps about the site; nil where nothing is.
  public var review: Note?

  public init(
    site: Site, projects: [Project] = [], cycles: [Cycle] = [], notes: [Note] = [],
    charts: [SeriesChart] = [], seasons: [Season] = [], review: Note? = nil
  ) {
    self.site = site
    self.projects = projects
    self.cycles = cycles
    self.notes = notes
    self.charts = charts
    self.seasons = seasons
    self.review = review
  }

  /// Whether the site is no longer part of the network on a day.
  func hasLeft(by day: CalendarDate) -> Bool { site.left.map { $0 <= day } ?? false }
}
