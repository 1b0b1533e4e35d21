import Collaborative
import Improvement

extension Collaboration {
  /// What a screen asked for; runs away from the terminal's thread.
  public func answer(_ request: Request) throws(CollaborationError) -> Answer {
    switch request {
    case .identity: return .identity(try identity())
    case .rows(let section, let query): return .rows(try rows(of: section, query))
    case .rowsAtFirst(let section, let query):
      if section == .today,
        let rows = try pressingTodayRows(words: query.words, drafts: draftRows())
      {
        return .firstRows(.today(rows))
      }
      return .rows(try rows(of: section, query))
    case .heading(let section, let query):
      return .heading(try heading(of: section, query))
    case .page(let target): return .page(try page(target))
    case .history(let target): return .page(try historyPage(target))
    case .cycle(let aspect, let id): return .page(try page(aspect, ofCycle: id))
    case .resource(let aspect, let id): return .page(try page(aspect, ofResource: id))
    case .chart(let seriesID): return .chart(try seriesDetail(seriesID))
    case .comparison(let measureID, let span):
      return .comparison(try comparisonDetail(of: measureID, over: span))
    case .meeting(let project): return .meeting(try meeting(about: project))
    case .stack(let subject): return .stack(try stackDetail(subject))
    case .course(let projectID): return .course(try projectDetail(projectID))
    case .find(let words): return .found(try find(words))
    case .form(let subject): return .form(try formContent(subject))
    case .entryTable(let site, let measure):
      return .entryTable(try entryTable(lookingAt: site, beginning: measure))
    case .facets(let query): return .facets(try commonsFacets(query.commons(isTyping: true)))
    case .siteFacets(let query): return .siteFacets(try siteFacets(query.portfolio))
    case .savedSearches(let change):
      switch change {
      case .keep(let search): try keep(search)
      case .forget(let name): try forgetSearch(named: name)
      case nil: break
      }
      return .savedSearches(try savedSearches())
    case .savedPortfolios(let change):
      switch change {
      case .keep(let portfolio): try keep(portfolio)
      case .forget(let name): try forgetPortfolio(named: name)
      case nil: break
      }
      return .savedPortfolios(try savedPortfolios())
    case .portfolioMeasures: return .portfolioMeasures(try portfolioMeasures())
    case .packages: return .packages(try packageChoices())
    case .story(let id): return .page(try storyPage(ofSite: id))
    case .matches(let id): return .page(try matchPage(of: id))
    case .preview(let subject, let values): return .preview(preview(of: subject, values))
    }
  }

  /// Where many charts stand together: how many of their signals chance alone would give.
  private func heading(
    of section: SectionID, _ query: RowQuery
  ) throws(CollaborationError) -> String? {
    let scope = try scopeWords(of: section, query)
    let words: String? =
      switch section {
      case .measures, .portfolio:
        switch try rows(of: section, query) {
        case .measures(let tiles): chanceWords(of: tiles)
        case .portfolio(let sites): try chanceWords(at: sites.map(\.id))
        case .siteGroups:
          try chanceWords(at: portfolioRows(query.portfolio).map(\.id))
        default: nil
        }
      default: nil
      }
    let damage = section == .portfolio ? damageWords : nil
    let said = [damage, scope, words].compactMap(\.self)
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return said.isEmpty ? nil : said.joined(separator: ". ")
  }

  /// Of a large network, which part a section is about.
  private func scopeWords(
    of section: SectionID, _ query: RowQuery
  ) throws(CollaborationError) -> String? {
    switch section {
    case .today: perspectiveHeading
    case .commons: nil
    case .portfolio: try portfolioScopeWords(query.portfolio)
    case .projects, .cycles, .measures, .team: try scopeWords(narrowedTo: query.filter?.kind)
    }
  }

  private func rows(
    of section: SectionID, _ query: RowQuery
  ) throws(CollaborationError) -> Rows {
    let (words, filter) = (query.words, query.filter?.kind)
    return switch section {
    case .today: .today(try todayRows(words: words, drafts: draftRows()))
    case .projects: .projects(try projectRows(words: words, narrowedTo: filter))
    case .cycles: .cycles(try cycleRows(words: words, narrowedTo: filter))
    case .measures: .measures(try measureRows(words: words, narrowedTo: filter))
    case .team:
      switch query.team {
      case .projects: .team(try rosterRows(words: words, narrowedTo: filter))
      case .sites: .team(try siteRosterRows(words: words, narrowedTo: filter))
      case .tree: .siteTree(try siteTreeRows(words: words, narrowedTo: filter))
      }
    case .commons: .commons(try commonsRows(query.commons(isTyping: true)))
    case .portfolio:
      if let grouping = query.grouping {
        .siteGroups(try siteGroups(query.portfolio, by: grouping))
      } else {
        .portfolio(try portfolioRows(query.portfolio))
      }
    }
  }
}

extension Identity {
  /// The sections this person uses; those a role never uses are not shown to it.
  public var sections: [SectionID] {
    switch role {
    case .coach, .steward, .visitor: SectionID.allCases
    case .lead, .participant: SectionID.allCases.filter { $0 != .portfolio }
    }
  }
}
