import Collaborative
import DocumentStore
import Widgets

/// What a list is narrowed by: one facet's values at a time, marked with the space bar.
public struct FacetsState<Values: NarrowingFacet>: Sendable {
  public var facet: Values
  /// What the values are narrowed to while one types.
  public var field = TextField()
  public var counts: [Values: [FacetCount]]?
  /// The values of the facet that have what was typed.
  public private(set) var shown: [FacetCount] = []
  public var list = List()
  public var problem: String?
  public var ticket: Int

  public init(_ first: Values, ticket: Int) {
    facet = first
    self.ticket = ticket
  }

  mutating func accept(_ counts: [Values: [FacetCount]]) {
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
    let all = Values.allCases
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

/// Something small that somebody keeps under a name.
public protocol Kept: Hashable, Sendable {
  var name: String { get }
  /// What it is, in a few words.
  var saying: String { get }
}

/// What somebody kept, and the name of one more.
public struct KeptState<Item: Kept>: Sendable {
  public var field = TextField()
  public var items: [Item]?
  public var list = List()
  public var problem: String?
  public var ticket: Int

  public init(ticket: Int) { self.ticket = ticket }

  /// Those whose name has what was typed.
  var shown: [Item] {
    let typed = SearchText(field.text)
    return (items ?? []).filter { SearchText($0.name).contains(folded: typed) }
  }

  var selected: Item? {
    let shown = shown
    return shown.indices.contains(list.selection) ? shown[list.selection] : nil
  }

  mutating func accept(_ items: [Item]) {
    self.items = items
    problem = nil
    list.setCount(shown.count)
  }
}

/// What becomes of what somebody keeps.
public enum KeptChange<Item: Kept>: Hashable, Sendable {
  case keep(Item)
  case forget(name: String)
}
