import Cells
import Collaborative
import Widgets

/// What a section keeps under a name: how it is asked for, shown, put back and made.
protocol KeptInSection: Kept {
  static var section: SectionID { get }
  static var title: String { get }
  /// What stands in the field of the name, and what to do where nothing is kept.
  static var placeholder: String { get }
  static var emptyWords: String { get }
  static func question(_ change: KeptChange<Self>?) -> Request
  static func overlay(_ state: KeptState<Self>) -> Overlay
  static func state(of overlay: Overlay?) -> KeptState<Self>?

  /// What is looked at now, under a name.
  init(name: String, keeping query: RowQuery)
  /// What is looked at when it is opened.
  var rowQuery: RowQuery { get }
}

extension SavedSearch: KeptInSection {
  static let section = SectionID.commons
  static let title = "Saved searches"
  static let placeholder = "find one, or name this one"
  static let emptyWords = "Type a name; Enter keeps what you are looking at under it."
  static func question(_ change: KeptChange<SavedSearch>?) -> Request { .savedSearches(change) }
  static func overlay(_ state: KeptState<SavedSearch>) -> Overlay { .searches(state) }
  static func state(of overlay: Overlay?) -> KeptState<SavedSearch>? {
    if case .searches(let state) = overlay { state } else { nil }
  }

  init(name: String, keeping query: RowQuery) {
    self.init(name: name, words: query.words, facets: query.facets, order: query.order)
  }

  var rowQuery: RowQuery {
    var query = RowQuery(words: words)
    query.facets = facets
    query.order = order
    return query
  }
}

extension SavedPortfolio: KeptInSection {
  static let section = SectionID.portfolio
  static let title = "Saved filters"
  static let placeholder = "a name to keep this filter by"
  static let emptyWords = "Type a name; Enter keeps what you are looking at under it."
  static func question(_ change: KeptChange<SavedPortfolio>?) -> Request {
    .savedPortfolios(change)
  }
  static func overlay(_ state: KeptState<SavedPortfolio>) -> Overlay { .portfolios(state) }
  static func state(of overlay: Overlay?) -> KeptState<SavedPortfolio>? {
    if case .portfolios(let state) = overlay { state } else { nil }
  }

  init(name: String, keeping query: RowQuery) {
    self.init(name: name, query: query.portfolio, grouping: query.grouping)
  }

  var rowQuery: RowQuery {
    var rows = RowQuery(words: query.words)
    rows.siteFacets = query.facets
    rows.measure = query.measure
    rows.grouping = grouping
    return rows
  }

}

extension SavedPortfolio: Kept {
  public var saying: String {
    let chosen = SiteFacet.allCases.compactMap { facet in
      query.facets[facet].map { "\(facet.label.lowercased()): \($0.count)" }
    }
    let more = [
      query.words.isEmpty ? nil : "“\(query.words)”", query.measure == nil ? nil : "one measure",
      grouping.map { "by \($0.label)" },
    ]
    let all = chosen + more.compactMap(\.self)
    return all.isEmpty ? "all sites" : all.joined(separator: ", ")
  }
}

extension RowQuery {
  /// What is looked for in a portfolio.
  var portfolio: PortfolioQuery {
    PortfolioQuery(words: words, facets: siteFacets, measure: measure)
  }
}

extension Model {
  mutating func openKept<Item: KeptInSection>(
    _ type: Item.Type, _ change: KeptChange<Item>? = nil
  ) -> [Effect] {
    var state = KeptState<Item>(ticket: nextTicket())
    if let open = Item.state(of: overlay) { state.list = open.list }
    overlay = Item.overlay(state)
    return [.ask(Item.question(change), .searches, ticket: state.ticket)]
  }

  mutating func acceptKept<Item: KeptInSection>(_ items: [Item], _ ticket: Int) {
    guard var state = Item.state(of: overlay), state.ticket == ticket else { return }
    state.accept(items)
    overlay = Item.overlay(state)
  }

  mutating func failKept<Item: KeptInSection>(
    _ type: KeptState<Item>.Type, _ ticket: Int, _ words: String
  ) {
    guard var state = Item.state(of: overlay), state.ticket == ticket else { return }
    state.problem = words
    overlay = Item.overlay(state)
  }

  mutating func pasteIntoKept<Item: KeptInSection>(_ state: KeptState<Item>, _ text: String) {
    var state = state
    guard state.forgetting == nil else { return }
    state.field.insert(text)
    state.isPointed = false
    state.list.setCount(state.shown.count)
    overlay = Item.overlay(state)
  }

  mutating func handleInKept<Item: KeptInSection>(
    _ state: KeptState<Item>, _ key: Key
  ) -> [Effect] {
    if let item = state.forgetting { return answer(state, key, forgetting: item) }
    var state = state
    switch key {
    case .escape, .control("c"):
      overlay = nil
      return []
    case .enter:
      guard let item = state.itemToOpen else { return keep(state) }
      overlay = nil
      sections[Item.section]?.query = item.rowQuery
      status = Status("showing “\(item.name)”", tone: .quiet)
      return loadRows(of: Item.section)
    case .control("s"): return keep(state)
    case .control("x"):
      state.forgetting = state.selected
    default:
      if state.list.handle(key) != .ignored {
        state.isPointed = true
      } else if state.field.handle(key) == .changed {
        state.isPointed = false
        state.list.setCount(state.shown.count)
        state.list.select(0)
      }
    }
    overlay = Item.overlay(state)
    return []
  }

  private mutating func answer<Item: KeptInSection>(
    _ state: KeptState<Item>, _ key: Key, forgetting item: Item
  ) -> [Effect] {
    switch state.question?.handle(key) {
    case .yes:
      status = Status("“\(item.name)” is no longer kept", tone: .quiet)
      return openKept(Item.self, .forget(name: item.name))
    case .no, nil:
      var state = state
      state.forgetting = nil
      overlay = Item.overlay(state)
    case .ignored: break
    }
    return []
  }

  private mutating func keep<Item: KeptInSection>(_ state: KeptState<Item>) -> [Effect] {
    let words = state.field.text.split(whereSeparator: \.isWhitespace)
    guard state.items != nil else { return [] }
    guard !words.isEmpty, words.reduce(0, { $0 + $1.count + 1 }) <= 60 else {
      var state = state
      state.problem =
        words.isEmpty ? "Type a name for it first." : "Type a name of 60 letters at most."
      overlay = Item.overlay(state)
      return []
    }
    let name = words.joined(separator: " ")
    status = Status("kept as “\(name)”; b opens it again", tone: .good)
    let query = sections[Item.section]?.query ?? RowQuery()
    return openKept(Item.self, .keep(Item(name: name, keeping: query)))
  }
}
