import Collaborative

extension Model {
  /// Takes an answer where it is still wanted; one that was overtaken is dropped.
  mutating func accept(_ answer: Answer, in slot: Slot, _ ticket: Int) -> [Effect] {
    switch (slot, answer) {
    case (.identity, .identity(let identity)):
      let before = self.identity?.role
      self.identity = identity
      return follow(identity, from: before)
    case (.rows(let id), .rows(let rows)):
      guard sections[id]?.rowsTicket == ticket else { return [] }
      sections[id]?.accept(rows)
      let effects = id == section ? followSelectionNow() : []
      return effects + headingEffects(id, ticket) + typedAhead(in: id)
    case (.rows(let id), .firstRows(let rows)):
      guard sections[id]?.rowsTicket == ticket else { return [] }
      sections[id]?.accept(rows)
      return (id == section ? followSelectionNow() : []) + loadRows(of: id) + typedAhead(in: id)
    case (.rows(let id), .heading(let heading)):
      guard sections[id]?.rowsTicket == ticket else { return [] }
      sections[id]?.heading = heading
      sections[id]?.knowsHeading = true
    case (.detail(let id), .page(let page)):
      guard sections[id]?.detail?.ticket == ticket else { return [] }
      sections[id]?.detail?.accept(page)
    case (.place(let index), .page(let page)):
      guard places.indices.contains(index), case .page(var state) = places[index],
        state.ticket == ticket
      else { return [] }
      state.accept(page)
      places[index] = .page(state)
    case (.place(let index), .chart(let detail)):
      guard places.indices.contains(index), case .chart(var state) = places[index],
        state.ticket == ticket
      else { return [] }
      state.accept(detail)
      places[index] = .chart(state)
    case (.place(let index), .comparison(let detail)):
      guard places.indices.contains(index), case .comparison(var state) = places[index],
        state.ticket == ticket
      else { return [] }
      state.accept(detail)
      places[index] = .comparison(state)
    case (.place(let index), .meeting(let meeting)):
      guard places.indices.contains(index), case .meeting(var state) = places[index],
        state.ticket == ticket
      else { return [] }
      state.accept(meeting)
      places[index] = .meeting(state)
    case (.place(let index), .stack(let detail)):
      guard places.indices.contains(index), case .stack(var state) = places[index],
        state.ticket == ticket
      else { return [] }
      state.accept(detail)
      places[index] = .stack(state)
    case (.place(let index), .course(let detail)):
      guard places.indices.contains(index), case .course(var state) = places[index],
        state.ticket == ticket
      else { return [] }
      state.accept(detail)
      places[index] = .course(state)
    case (.palette, .found(let found)):
      acceptPalette(found, ticket)
    case (.form, .form(let content)):
      return acceptForm(content, ticket)
    case (.form, .entryTable(let table)):
      return acceptEntry(table, ticket)
    case (.form, .preview(let preview)): return acceptPreview(preview, ticket)
    case (.facets, .facets(let counts)): acceptFacets(counts, ticket)
    case (.facets, .siteFacets(let counts)): acceptFacets(counts, ticket)
    case (.searches, .savedSearches(let searches)): acceptKept(searches, ticket)
    case (.searches, .savedPortfolios(let portfolios)): acceptKept(portfolios, ticket)
    case (.choice, .portfolioMeasures(let measures)): acceptMeasures(measures, ticket)
    case (.choice, .packages(let packages)): return acceptPackages(packages, ticket)
    default: break
    }
    return []
  }

  /// Follows a role that somebody changed meanwhile: whoever is in a section that is no longer theirs
  /// is taken to Today, and an open form stays with what was typed.
  private mutating func follow(_ identity: Identity, from before: Collaborative.Role?) -> [Effect] {
    guard let before, before != identity.role else { return [] }
    status = Status(
      "your role was changed: you are a \(identity.role.rawValue) now", tone: .caution)
    guard !identity.sections.contains(section) else { return [] }
    places = [.section(.today)]
    return refresh()
  }

  private func headingEffects(_ id: SectionID, _ ticket: Int) -> [Effect] {
    // Today says at once what waits; only those who come for themselves are told what it holds.
    guard id != .today || identity?.role == .participant, let query = sections[id]?.query else {
      return []
    }
    return [.ask(.heading(id, query), .rows(id), ticket: ticket)]
  }

  /// Shows why something could not be read, in its own place; what was overtaken is dropped.
  mutating func fail(in slot: Slot, _ ticket: Int, _ words: String) -> [Effect] {
    switch slot {
    case .rows(let id):
      if sections[id]?.rowsTicket == ticket { sections[id]?.fail(words) }
    case .detail(let id):
      if sections[id]?.detail?.ticket == ticket { sections[id]?.detail?.problem = words }
    case .place(let index): failPlace(at: index, ticket, words)
    case .form:
      if case .form(var form) = overlay, form.ticket == ticket {
        form.problem = words
        form.isSaving = false
        form.typedAhead = []
        overlay = .form(form)
      } else if case .entry(var entry) = overlay, entry.ticket == ticket {
        entry.problem = words
        entry.typedAhead = []
        overlay = .entry(entry)
      }
    case .facets:
      failFacets(FacetsState<Facet>.self, ticket, words)
      failFacets(FacetsState<SiteFacet>.self, ticket, words)
    case .searches:
      failKept(KeptState<SavedSearch>.self, ticket, words)
      failKept(KeptState<SavedPortfolio>.self, ticket, words)
    case .choice:
      if case .choice(var state) = overlay, state.ticket == ticket {
        state.problem = words
        overlay = .choice(state)
      }
    case .identity, .palette, .program: status = Status(words, tone: .bad)
    }
    return []
  }

  private mutating func failPlace(at index: Int, _ ticket: Int, _ words: String) {
    guard places.indices.contains(index) else { return }
    switch places[index] {
    case .page(var page) where page.ticket == ticket:
      page.problem = words
      places[index] = .page(page)
    case .chart(var chart) where chart.ticket == ticket:
      chart.problem = words
      places[index] = .chart(chart)
    case .comparison(var comparison) where comparison.ticket == ticket:
      comparison.problem = words
      places[index] = .comparison(comparison)
    case .meeting(var meeting) where meeting.ticket == ticket:
      meeting.problem = words
      places[index] = .meeting(meeting)
    case .stack(var stack) where stack.ticket == ticket:
      stack.problem = words
      places[index] = .stack(stack)
    case .course(var course) where course.ticket == ticket:
      course.problem = words
      places[index] = .course(course)
    default: break
    }
  }
}

extension PageState {
  mutating func accept(_ page: Page) {
    if self.page == nil, aspect != nil { link = page.links.firstIndex(of: target) ?? 0 }
    self.page = page
    problem = nil
    link = min(link, max(0, page.links.count - 1))
  }
}

extension ChartState {
  /// Puts the cursor on the newest point when the chart is new or a point was added.
  mutating func accept(_ detail: SeriesDetail) {
    let grew = (self.detail?.points.count ?? 0) < detail.points.count
    self.detail = detail
    problem = nil
    cursor = grew ? max(0, detail.points.count - 1) : min(cursor, max(0, detail.points.count - 1))
  }
}
