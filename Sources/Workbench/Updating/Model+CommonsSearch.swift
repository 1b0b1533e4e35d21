import Cells
import Collaborative
import Widgets

/// Narrowing, ordering and keeping what is looked for in the commons.
extension Model {
  private var commonsQuery: RowQuery {
    get { sections[.commons]?.query ?? RowQuery() }
    set { sections[.commons]?.query = newValue }
  }

  // MARK: Facets

  mutating func openFacets() -> [Effect] {
    askForFacets(FacetsState(ticket: nextTicket()))
  }

  private mutating func askForFacets(_ state: FacetsState) -> [Effect] {
    var state = state
    state.ticket = nextTicket()
    overlay = .facets(state)
    return [.ask(.facets(commonsQuery), .facets, ticket: state.ticket)]
  }

  mutating func acceptFacets(_ counts: [Facet: [FacetCount]], _ ticket: Int) {
    guard case .facets(var state) = overlay, state.ticket == ticket else { return }
    state.accept(counts)
    overlay = .facets(state)
  }

  mutating func handleInFacets(_ state: FacetsState, _ key: Key) -> [Effect] {
    var state = state
    switch key {
    case .escape, .enter, .control("c"):
      overlay = nil
      return []
    case .tab, .right: state.turn(by: 1)
    case .backTab, .left: state.turn(by: -1)
    case .character(" "):
      guard let value = state.selected else { return [] }
      toggle(value, of: state.facet)
      return askForFacets(state) + loadRows(of: .commons)
    case .control("x"):
      commonsQuery.facets = [:]
      return askForFacets(state) + loadRows(of: .commons)
    default:
      if state.list.handle(key) == .ignored, state.field.handle(key) == .changed {
        state.narrow()
        state.list.select(0)
      }
    }
    overlay = .facets(state)
    return []
  }

  private mutating func toggle(_ value: FacetCount, of facet: Facet) {
    var values = commonsQuery.facets[facet] ?? []
    if values.remove(value.value) == nil { values.insert(value.value) }
    commonsQuery.facets[facet] = values.isEmpty ? nil : values
  }

  // MARK: Order

  /// The next order; the best fit is one only where there are words.
  mutating func nextCommonsOrder() -> [Effect] {
    let now = commonsQuery.commons(isTyping: true).shownOrder
    let hasWords = !commonsQuery.words.allSatisfy(\.isWhitespace)
    let orders = CommonsQuery.Order.allCases.filter { $0 != .relevance || hasWords }
    let index = orders.firstIndex(of: now) ?? 0
    let next = orders[(index + 1) % orders.count]
    commonsQuery.order = next
    status = Status(next.label, tone: .quiet)
    return loadRows(of: .commons)
  }

  // MARK: Saved searches

  mutating func openSearches(_ change: SearchesChange? = nil) -> [Effect] {
    var state = SearchesState(ticket: nextTicket())
    if case .searches(let open) = overlay { state.list = open.list }
    overlay = .searches(state)
    return [.ask(.savedSearches(change), .searches, ticket: state.ticket)]
  }

  mutating func acceptSearches(_ searches: [SavedSearch], _ ticket: Int) {
    guard case .searches(var state) = overlay, state.ticket == ticket else { return }
    state.accept(searches)
    overlay = .searches(state)
  }

  mutating func handleInSearches(_ state: SearchesState, _ key: Key) -> [Effect] {
    var state = state
    switch key {
    case .escape, .control("c"):
      overlay = nil
      return []
    case .enter:
      if let search = state.selected {
        overlay = nil
        commonsQuery = RowQuery(words: search.words)
        commonsQuery.facets = search.facets
        commonsQuery.order = search.order
        status = Status("showing “\(search.name)”", tone: .quiet)
        return loadRows(of: .commons)
      }
      return keepSearch(state)
    case .control("s"): return keepSearch(state)
    case .control("x"):
      guard let search = state.selected else { return [] }
      status = Status("“\(search.name)” is no longer kept", tone: .quiet)
      return openSearches(.forget(name: search.name))
    default:
      if state.list.handle(key) == .ignored, state.field.handle(key) == .changed {
        state.list.setCount(state.shown.count)
        state.list.select(0)
      }
    }
    overlay = .searches(state)
    return []
  }

  private mutating func keepSearch(_ state: SearchesState) -> [Effect] {
    let words = state.field.text.split(whereSeparator: \.isWhitespace)
    guard state.searches != nil else { return [] }
    guard !words.isEmpty, words.reduce(0, { $0 + $1.count + 1 }) <= 60 else {
      var state = state
      state.problem =
        words.isEmpty ? "Type a name for it first." : "Type a name of 60 letters at most."
      overlay = .searches(state)
      return []
    }
    let name = words.joined(separator: " ")
    status = Status("kept as “\(name)”; b opens it again", tone: .good)
    let effects = openSearches(
      .keep(
        SavedSearch(
          name: name, words: commonsQuery.words, facets: commonsQuery.facets,
          order: commonsQuery.order)))
    return effects
  }
}

extension RowQuery {
  /// The most rows of the commons that a screen holds.
  static let mostCommonsRows = 500

  /// What is looked for in the commons.
  func commons(isTyping: Bool) -> CommonsQuery {
    var query = CommonsQuery(
      words: words, facets: facets, order: order, isTyping: isTyping, limit: Self.mostCommonsRows)
    if filter?.kind == .mine { query.isMine = true }
    return query
  }
}
