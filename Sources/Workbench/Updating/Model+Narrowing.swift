import Cells
import Collaborative
import Widgets

/// What can be narrowed by facets: where the choice is kept, how it is asked for and shown.
protocol NarrowedList: NarrowingFacet {
  static var section: SectionID { get }
  static var first: Self { get }
  static var title: String { get }
  static var chosen: WritableKeyPath<RowQuery, [Self: Set<String>]> { get }
  static func question(_ query: RowQuery) -> Request
  static func overlay(_ state: FacetsState<Self>) -> Overlay
  /// The open facets of this kind; nil where something else is open.
  static func state(of overlay: Overlay?) -> FacetsState<Self>?
}

extension Facet: NarrowedList {
  static let section = SectionID.commons
  static let first = Facet.kind
  static let title = "Narrow the commons"
  static var chosen: WritableKeyPath<RowQuery, [Facet: Set<String>]> { \.facets }
  static func question(_ query: RowQuery) -> Request { .facets(query) }
  static func overlay(_ state: FacetsState<Facet>) -> Overlay { .facets(state) }
  static func state(of overlay: Overlay?) -> FacetsState<Facet>? {
    if case .facets(let state) = overlay { state } else { nil }
  }
}

extension SiteFacet: NarrowedList {
  static let section = SectionID.portfolio
  static let first = SiteFacet.region
  static let title = "Narrow the portfolio"
  static var chosen: WritableKeyPath<RowQuery, [SiteFacet: Set<String>]> { \.siteFacets }
  static func question(_ query: RowQuery) -> Request { .siteFacets(query) }
  static func overlay(_ state: FacetsState<SiteFacet>) -> Overlay { .siteFacets(state) }
  static func state(of overlay: Overlay?) -> FacetsState<SiteFacet>? {
    if case .siteFacets(let state) = overlay { state } else { nil }
  }
}

extension Model {
  mutating func openFacets<Values: NarrowedList>(_ values: Values.Type) -> [Effect] {
    askForFacets(FacetsState(Values.first, ticket: nextTicket()))
  }

  private mutating func askForFacets<Values: NarrowedList>(
    _ state: FacetsState<Values>
  ) -> [Effect] {
    var state = state
    state.ticket = nextTicket()
    overlay = Values.overlay(state)
    let query = sections[Values.section]?.query ?? RowQuery()
    return [.ask(Values.question(query), .facets, ticket: state.ticket)]
  }

  mutating func acceptFacets<Values: NarrowedList>(
    _ counts: [Values: [FacetCount]], _ ticket: Int
  ) {
    guard var state = Values.state(of: overlay), state.ticket == ticket else { return }
    state.accept(counts)
    overlay = Values.overlay(state)
  }

  mutating func failFacets<Values: NarrowedList>(
    _ type: FacetsState<Values>.Type, _ ticket: Int, _ words: String
  ) {
    guard var state = Values.state(of: overlay), state.ticket == ticket else { return }
    state.problem = words
    overlay = Values.overlay(state)
  }

  mutating func pasteIntoFacets<Values: NarrowedList>(
    _ state: FacetsState<Values>, _ text: String
  ) {
    var state = state
    state.field.insert(text)
    state.narrow()
    overlay = Values.overlay(state)
  }

  mutating func handleInFacets<Values: NarrowedList>(
    _ state: FacetsState<Values>, _ key: Key
  ) -> [Effect] {
    var state = state
    switch key {
    case .escape, .control("c"):
      overlay = nil
      return []
    case .enter where state.field.isEmpty:
      overlay = nil
      return []
    case .tab, .right: state.turn(by: 1)
    case .backTab, .left: state.turn(by: -1)
    case .enter: return mark(state)
    case .character(" ") where state.field.isEmpty: return mark(state)
    case .control("x"):
      sections[Values.section]?.query[keyPath: Values.chosen] = [:]
      return askForFacets(state) + loadRows(of: Values.section)
    default:
      if state.list.handle(key) == .ignored, state.field.handle(key) == .changed {
        state.narrow()
        state.list.select(0)
      }
    }
    overlay = Values.overlay(state)
    return []
  }

  private mutating func mark<Values: NarrowedList>(_ state: FacetsState<Values>) -> [Effect] {
    guard let value = state.selected else { return [] }
    var state = state
    toggle(value, of: state.facet)
    state.forgetTyped()
    return askForFacets(state) + loadRows(of: Values.section)
  }

  private mutating func toggle<Values: NarrowedList>(_ value: FacetCount, of facet: Values) {
    var query = sections[Values.section]?.query ?? RowQuery()
    var values = query[keyPath: Values.chosen][facet] ?? []
    if values.remove(value.value) == nil { values.insert(value.value) }
    query[keyPath: Values.chosen][facet] = values.isEmpty ? nil : values
    sections[Values.section]?.query = query
  }
}
