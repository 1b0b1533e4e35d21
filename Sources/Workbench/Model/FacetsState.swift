import Collaborative
import DocumentStore
import Widgets

/// What a list is narrowed by: one facet's values at a time, marked with the space bar; where a few
/// letters of a value were typed the space bar is one of them, and Enter marks.
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

  /// Shows the values that have each of the typed words, in any order.
  mutating func narrow() {
    let words = SearchText.words(in: field.text)
    let all = counts?[facet] ?? []
    shown =
      words.isEmpty
      ? all
      : all.filter { value in
        let label = SearchText(value.label)
        return words.allSatisfy { label.contains(folded: $0) }
      }
    list.setCount(shown.count)
  }

  /// Shows all values again, with the one selected that was just marked.
  mutating func forgetTyped() {
    let value = selected?.value
    field = TextField()
    narrow()
    list.select(shown.firstIndex { $0.value == value } ?? 0)
  }

  /// What is chosen of the facet and stands on none of the rows in sight.
  func chosenOutOfSight(rows: Int) -> [String] {
    let inSight = Set(shown[list.window(rows: rows)].map(\.value))
    return (counts?[facet] ?? []).filter { $0.isChosen && !inSight.contains($0.value) }
      .map(\.label)
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
  /// Whether the selection was moved since something was typed.
  public var isPointed = false
  /// What is to be forgotten, once that is confirmed.
  public var forgetting: Item?
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

  /// What Enter opens. Whoever typed a name means that one, or the row they went to; any other name
  /// is one to keep what is looked at by.
  var itemToOpen: Item? {
    let words = SearchText.words(in: field.text)
    if words.isEmpty || isPointed { return selected }
    return items?.first { SearchText.words(in: $0.name) == words }
  }

  var question: Confirm? {
    forgetting.map { item in
      Confirm(title: "Forget it?", question: "“\(item.name)” is kept no longer after that.")
    }
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
