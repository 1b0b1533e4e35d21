import Collaborative
import Improvement
import Insights

/// What a screen wants to know; answered away from the terminal's thread.
public enum Request: Hashable, Sendable {
  case identity
  case rows(SectionID, RowQuery)
  /// The same, for somebody who has just come: what waits for them may be answered before the rest.
  case rowsAtFirst(SectionID, RowQuery)
  /// What is said above those rows, asked for once they are there because it may take longer.
  case heading(SectionID, RowQuery)
  case page(Target)
  /// Who changed a document, when and what.
  case history(Target)
  /// One side of a cycle: its ramp, what its project's predictions taught.
  case cycle(CycleAspect, id: String)
  /// One side of a shared resource: its family, who took which part of it.
  case resource(ResourceAspect, id: String)
  case chart(seriesID: String)
  /// The sites compared on a measure; without a span over the newest twelve months.
  case comparison(measureID: String, over: TimeSpan?)
  /// Several measures on one time axis.
  case stack(StackSubject)
  /// A project's milestones, barriers, scores and ramps.
  case course(projectID: String)
  /// A team's meeting; without a project one's own.
  case meeting(about: String?)
  case find(String)
  case form(FormSubject)
  /// The measures to enter numbers for, beginning with the site that is looked at.
  case entryTable(lookingAt: String?, beginning: String?)
  /// The values of the commons' facets with their counts.
  case facets(RowQuery)
  /// The same of a portfolio.
  case siteFacets(RowQuery)
  /// The searches that are kept, after one more is or is no longer.
  case savedSearches(KeptChange<SavedSearch>?)
  /// The ways to look at a portfolio that are kept, after one more is or is no longer.
  case savedPortfolios(KeptChange<SavedPortfolio>?)
  /// The measures that a portfolio can be looked at by.
  case portfolioMeasures
  /// The packages whose elements sites took.
  case packages
  /// What happened at a site.
  case story(siteID: String)
  /// All that fits a need or an offer.
  case matches(id: String)
  /// What others will read once a form is saved.
  case preview(FormSubject, values: [String: String])
}

/// Which rows of a section.
public struct RowQuery: Hashable, Sendable {
  /// Words that must occur; from `/`.
  public var words: String
  /// What `f` narrows to: a stage, a kind, a project, a site.
  public var filter: RowFilter?
  /// What is chosen of the commons' facets.
  public var facets: [Facet: Set<String>] = [:]
  /// Which side of Team is shown.
  public var team = TeamFace.projects
  /// The order of the commons; nil for what fits best, or was most tried.
  public var order: CommonsQuery.Order?
  /// What is chosen of a portfolio's facets.
  public var siteFacets: [SiteFacet: Set<String>] = [:]
  /// The measure that a portfolio is looked at by; nil for each site's first outcome.
  public var measure: String?
  /// By what the sites of a portfolio are put together; nil for one by one.
  public var grouping: PortfolioQuery.Grouping?

  public init(words: String = "", filter: RowFilter? = nil) {
    self.words = words
    self.filter = filter
  }

  public var isEmpty: Bool {
    words.isEmpty && filter == nil && facets.isEmpty && siteFacets.isEmpty
  }

  /// The same without anything that leaves rows out.
  var showingAll: RowQuery {
    var query = RowQuery()
    query.order = order
    query.measure = measure
    query.grouping = grouping
    query.team = team
    return query
  }
}

/// What a request found.
public enum Answer: Sendable {
  case identity(Identity)
  case rows(Rows)
  /// What comes first of the rows; whoever gets it asks for all of them.
  case firstRows(Rows)
  case heading(String?)
  case page(Page)
  case chart(SeriesDetail)
  case comparison(ComparisonDetail)
  case stack(StackDetail)
  case course(ProjectDetail)
  case meeting(Meeting)
  case found([FoundDocument])
  case form(FormContent)
  case entryTable(EntryTable)
  case facets([Facet: [FacetCount]])
  case siteFacets([SiteFacet: [FacetCount]])
  case savedSearches([SavedSearch])
  case savedPortfolios([SavedPortfolio])
  case portfolioMeasures([PortfolioMeasure])
  case packages([PackageChoice])
  /// Nil where nobody sees anything new.
  case preview(SharingPreview?)
}

/// A section's rows, each section with its own kind.
public enum Rows: Sendable {
  case today([TodayRow])
  case projects([ProjectRow])
  case cycles([CycleRow])
  case measures([MeasureTile])
  case team([RosterRow])
  case siteTree([SiteTreeRow])
  case commons(CommonsRows)
  case portfolio(PortfolioRows)
  case siteGroups([SiteGroup])

  public var count: Int {
    switch self {
    case .today(let rows): rows.count
    case .projects(let rows): rows.count
    case .cycles(let rows): rows.count
    case .measures(let rows): rows.count
    case .team(let rows): rows.count
    case .siteTree(let rows): rows.count
    case .commons(let rows): rows.count
    case .portfolio(let rows): rows.count
    case .siteGroups(let groups): groups.count
    }
  }

  /// What identifies a row over time, so that a selection stays with it when others change.
  public func key(at index: Int) -> String? {
    guard index >= 0, index < count else { return nil }
    return switch self {
    case .today(let rows): "\(rows[index].kind) \(rows[index].target.id) \(rows[index].text)"
    case .projects(let rows): rows[index].key
    case .cycles(let rows): rows[index].id
    case .measures(let rows): rows[index].seriesID
    case .team(let rows): rows[index].key
    case .siteTree(let rows): rows[index].id
    case .commons(let rows): rows[index].target.id
    case .portfolio(let rows): rows[index].id
    case .siteGroups(let groups): groups[index].key
    }
  }

  /// What a person calls a row's document; nil for a row that is a part of one.
  public func title(at index: Int) -> String? {
    guard index >= 0, index < count else { return nil }
    return switch self {
    case .today, .team, .measures, .siteGroups: nil
    case .siteTree(let rows): rows[index].name
    case .projects(let rows):
      rows[index].kind == .project || rows[index].kind == .cycle ? rows[index].text : nil
    case .cycles(let rows): rows[index].title
    case .commons(let rows): rows[index].title
    case .portfolio(let rows): rows[index].name
    }
  }

  /// What a row opens.
  public func target(at index: Int) -> Target? {
    guard index >= 0, index < count else { return nil }
    return switch self {
    case .today(let rows): rows[index].target
    case .projects(let rows): rows[index].target
    case .cycles(let rows): rows[index].target
    case .measures(let rows): rows[index].target
    case .team(let rows): rows[index].target
    case .siteTree(let rows): rows[index].target
    case .commons(let rows): rows[index].target
    case .portfolio(let rows): rows[index].target
    case .siteGroups: nil
    }
  }
}
