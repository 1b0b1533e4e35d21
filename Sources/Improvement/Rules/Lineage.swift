import JSONTree

/// What leads from one resource to others of its kind and may never come back to where it began:
/// what it was made from, what a package holds, what it replaces.
public enum Lineage {
  /// The ids a field holds, where it refers to documents of one type: by itself, as a list, or in
  /// records of which one field does.
  public static func links(
    _ field: Field, to type: DocumentType, in tree: JSON
  ) -> [String] {
    guard let value = tree[field.path] else { return [] }
    switch field.kind {
    case .reference(type): return value.string.map { [$0] } ?? []
    case .list(.reference(type)): return value.strings
    case .records(let inner, _):
      return value.elements.flatMap { record in inner.flatMap { links($0, to: type, in: record) } }
    default: return []
    }
  }

  /// Whether a field refers to documents of a type at all.
  public static func isLink(_ field: Field, to type: DocumentType) -> Bool {
    switch field.kind {
    case .reference(type), .list(.reference(type)): true
    case .records(let inner, _): inner.contains { isLink($0, to: type) }
    default: false
    }
  }

  /// A way that leads from a node back to it, as the nodes on it, both ends included; nil where
  /// there is none.
  ///
  /// Each node is looked at once, so that a circle that does not touch the node ends the search
  /// as well. Complexity: O(nodes and links that can be reached).
  public static func circle(from start: String, links: (String) -> [String]) -> [String]? {
    var cameFrom: [String: String] = [:]
    var open = [start]
    while let node = open.popLast() {
      for next in links(node) {
        if next == start {
          var way = [start, node]
          while let before = cameFrom[way[way.count - 1]] { way.append(before) }
          return way.reversed()
        }
        if cameFrom[next] == nil {
          cameFrom[next] = node
          open.append(next)
        }
      }
    }
    return nil
  }

  /// The fields of a resource that others use: a change of one of them is a new version.
  public static let content: [JSONPath] = [
    "plainSummary", "description", "steps", "howToStartSmall", "whatToAvoid", "items",
    "attachments",
  ]

  /// The version a resource has after a change of it: one more where others may have seen the old
  /// one, what they use changed, and nobody gave it a number by hand.
  public static func version(of new: Resource, after old: Resource) -> Int {
    guard new.version == old.version, [.network, .public].contains(old.visibility),
      content.contains(where: { new.tree[$0] ?? .null != old.tree[$0] ?? .null })
    else { return new.version }
    return old.version + 1
  }
}
