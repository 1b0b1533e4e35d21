import JSONTree

/// A search somebody keeps under a name, for themselves.
public struct SavedSearch: Hashable, Sendable {
  public var name: String
  public var words: String
  public var facets: [Facet: Set<String>]
  public var order: CommonsQuery.Order?
  /// What is chosen of the facets, in words; told anew whenever it is listed, and never kept.
  public internal(set) var chosen: [String] = []

  public init(
    name: String, words: String = "", facets: [Facet: Set<String>] = [:],
    order: CommonsQuery.Order? = nil
  ) {
    self.name = name
    self.words = words
    self.facets = facets.filter { !$0.value.isEmpty }
    self.order = order
  }

  public var query: CommonsQuery {
    CommonsQuery(words: words, facets: facets, order: order, isTyping: true)
  }
}

extension SavedSearch: KeptByName {
  static let stateName = "searches"

  init?(_ tree: JSON) {
    guard let name = tree["name"]?.string, !name.isEmpty else { return nil }
    var facets: [Facet: Set<String>] = [:]
    for facet in Facet.allCases {
      facets[facet] = Set(tree["facets"]?[facet.rawValue]?.strings ?? [])
    }
    self.init(
      name: name, words: tree["words"]?.string ?? "", facets: facets,
      order: tree["order"]?.string.flatMap(CommonsQuery.Order.init(rawValue:)))
  }

  var tree: JSON {
    var tree: JSON = ["name": .string(name), "words": .string(words)]
    var chosen: JSON = [:]
    for (facet, values) in facets { chosen[facet.rawValue] = JSON(strings: values.sorted()) }
    tree["facets"] = chosen
    tree["order"] = order.map { .string($0.rawValue) }
    return tree
  }
}
