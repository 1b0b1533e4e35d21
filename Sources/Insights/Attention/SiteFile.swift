import Improvement

/// Everything about one site that attention is judged by.
public struct SiteFile: Sendable {
  public var site: Site
  public var projects: [Project]
  public var cycles: [Cycle]
  /// Notes about the site or about any of its documents.
  public var notes: [Note]
  public var charts: [SeriesChart]
  public var season: Season?

  public init(
    site: Site, projects: [Project] = [], cycles: [Cycle] = [], notes: [Note] = [],
    charts: [SeriesChart] = [], season: Season? = nil
  ) {
    self.site = site
    self.projects = projects
    self.cycles = cycles
    self.notes = notes
    self.charts = charts
    self.season = season
  }
}
