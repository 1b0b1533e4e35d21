import Collaborative
import DocumentStore
import Widgets

/// What the commons are narrowed by: one facet's values at a time, marked with the space bar.
public struct FacetsState: Sendable {
  public var facet = Facet.kind
  /// What the values are narrowed to while one types.
  public var field = TextField()
  public var counts: [Facet: [FacetCount]]?
  /// The values of the facet that have what was typed.
  public private(set) var shown: [FacetCount] = []
  public var list = List()
  public var problem: String?
  public var ticket: Int

  public init(ticket: Int) { self.ticket = ticket }

  mutating func accept(_ counts: [Facet: [FacetCount]]) {
    self.counts = counts
    problem = nil
    let value = selected?.value
    narrow()
    if let value, let index = shown.firstIndex(where: { $0.value == value }) { list.select(index) }
  }

  mutating func narrow() {
    let typed = SearchText(field.text)
    let all = counts?[facet] ?? []
    shown = field.isEmpty ? all : all.filter { SearchText($0.label).contains(folded: typed) }
    list.setCount(shown.count)
  }

  mutating func turn(by step: Int) {
    let all = Facet.allCases
    let now = all.firstIndex(of: facet) ?? 0
    facet = all[(now + step + all.count) % all.count]
    field = TextField()
    narrow()
    list.select(0)
  }

  var selected: FacetCount? {
    shown.indices.contains(list.selection) ? shown[list.selection] : nil
  }
}

/// The searches somebody kept, and the name of one more.
public struct SearchesState: Sendable {
  public var field = TextField()
  public var searches: [SavedSearch]?
  public var list = List()
  public var problem: String?
  public var ticket: Int

  public init(ticket: Int) { self.ticket = ticket }

  /// Those whose name has what was typed.
  var shown: [SavedSearch] {
    let typed = SearchText(field.text)
    return (searches ?? []).filter { SearchText($0.name).contains(folded: typed) }
  }

  var selected: SavedSearch? {
    let shown = shown
    return shown.indices.contains(list.selection) ? shown[list.selection] : nil
  }

  mutating func accept(_ searches: [SavedSearch]) {
    self.searches = searches
    problem = nil
    list.setCount(shown.count)
  }
}

/// What becomes of the searches that somebody keeps.
public enum SearchesChange: Hashable, Sendable {
  case keep(SavedSearch)
  case forget(name: String)
}
