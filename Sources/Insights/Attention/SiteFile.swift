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
  /// Who stands on a roster and has left, or is no member any more.
  public var absentIDs: Set<String>
  /// How many of the site's own documents can't be read.
  public var damaged: Int
  /// What the coach who looks at it keeps about the site; nil where nothing is.
  public var review: Note?

  public init(
    site: Site, projects: [Project] = [], cycles: [Cycle] = [], notes: [Note] = [],
    charts: [SeriesChart] = [], seasons: [Season] = [], absentIDs: Set<String> = [],
    damaged: Int = 0, review: Note? = nil
  ) {
    self.site = site
    self.projects = projects
    self.cycles = cycles
    self.notes = notes
    self.charts = charts
    self.seasons = seasons
    self.absentIDs = absentIDs
    self.damaged = damaged
    self.review = review
  }

  /// Whether the site is no longer part of the network on a day.
  func hasLeft(by day: CalendarDate) -> Bool { site.left.map { $0 <= day } ?? false }
}
