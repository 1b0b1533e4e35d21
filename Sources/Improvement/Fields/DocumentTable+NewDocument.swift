import JSONTree

extension DocumentTable {
  /// A new document with what every document has and the values its fields start with; what the
  /// author has given already stays.
  public func newDocument(
    id: String, at moment: String, by author: String, given: JSON = [:]
  ) -> JSON {
    var tree = given
    for field in fields {
      guard let initial = field.initial, tree[field.path] == nil else { continue }
      tree[field.path] = initial.json
    }
    tree["id"] = .string(id)
    tree["type"] = .string(type.rawValue)
    tree["schema"] = JSON(schemaVersion)
    tree["created"] = ["at": .string(moment), "by": .string(author)]
    return completed(tree)
  }

  /// The document with what follows from the rest of it: a cycle's title from its objective.
  public func completed(_ tree: JSON) -> JSON {
    guard type == .cycle, (tree["title"] ?? .null).isBlank else { return tree }
    let title = Cycle(tree).title
    guard !title.isEmpty else { return tree }
    var result = tree
    result["title"] = .string(title)
    return result
  }

  /// What a person calls the document.
  public func title(of tree: JSON) -> String {
    if type == .cycle { return Cycle(tree).title }
    return tree[titlePath]?.string ?? tree["id"]?.string ?? ""
  }
}
