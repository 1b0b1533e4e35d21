import Improvement
import JSONTree

/// Resources on their way from one network to another.
///
/// Each is a tree of the fields that mean the same anywhere. People stand in it by their names,
/// under `by`, and a site by its name, under `from`; what a resource was made from carries the
/// parent's title and people along. Nothing else of the store is in it.
public struct ResourceBundle: Equatable, Sendable {
  /// The newest format that this program writes and reads.
  public static let format = 1

  public private(set) var resources: [JSON]

  /// Takes documents that stand the test: known types and schemas, sound fields, files and links
  /// that lead where they say, nothing that leads back to itself.
  ///
  /// Complexity: O(size of the documents and their links).
  public init(_ documents: [JSON]) throws(BundleProblem) {
    guard !documents.isEmpty else { throw .empty }
    var ids: Set<String> = []
    for (index, tree) in documents.enumerated() {
      let place = index + 1
      guard tree.object != nil else { throw .notAnObject(place: place) }
      let type = tree["type"]?.string ?? ""
      guard type == DocumentType.resource.rawValue else {
        throw .unknownType(place: place, type: type)
      }
      let title = Resource(tree).title
      let known = DocumentType.resource.table.schemaVersion
      if let found = tree["schema"]?.int, found > known {
        throw .newerSchema(place: place, title: title, found: found, known: known)
      }
      if let id = tree["id"]?.string, !ids.insert(id).inserted {
        throw .twice(place: place, id: id)
      }
      let findings = Validation.findings(in: Self.checkable(tree), type: .resource)
      if !findings.isEmpty {
        let shown = findings.prefix(3).map(\.description).joined(separator: "; ")
        throw .invalid(place: place, title: title, shown)
      }
    }
    resources = documents
    if let problem = circle() { throw problem }
  }

  /// The tree with what is set where it is imported, so that it is judged by what it brings itself.
  private static func checkable(_ tree: JSON) -> JSON {
    var tree = tree
    for name in ["by", "from", "authors", "site", "review"] { tree[name] = nil }
    tree["visibility"] = .string(Visibility.network.rawValue)
    tree["created"] = ["at": "2000-01-01T00:00:00Z", "by": "visitor:bundle"]
    if tree["id"] == nil { tree["id"] = .string(String(repeating: "0", count: 26)) }
    if tree["schema"] == nil { tree["schema"] = JSON(DocumentType.resource.table.schemaVersion) }
    return tree
  }

  private func circle() -> BundleProblem? {
    let byID = Dictionary(
      resources.compactMap { tree in tree["id"]?.string.map { ($0, tree) } },
      uniquingKeysWith: { first, _ in first })
    for field in DocumentType.resource.table.fields where Lineage.isLink(field, to: .resource) {
      for (index, tree) in resources.enumerated() {
        guard let id = tree["id"]?.string else { continue }
        let way = Lineage.circle(from: id) { id in
          byID[id].map { Lineage.links(field, to: .resource, in: $0) } ?? []
        }
        if way != nil {
          return .circle(
            place: index + 1, title: Resource(tree).title, field: "\(field.label) (\(field.path))")
        }
      }
    }
    return nil
  }

  /// The fields a resource takes along as they are, in the order they are written.
  public static let carried: [JSONPath] = [
    "title", "kind", "plainSummary", "description", "drivers", "audience", "language", "steps",
    "howToStartSmall", "whatToAvoid", "evidence", "citations", "contextsTested", "items",
    "attachments", "licence", "version", "credits", "supersedes", "tags",
  ]
}
