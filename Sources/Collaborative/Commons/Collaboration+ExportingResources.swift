import DocumentStore
import Improvement
import JSONTree

/// A bundle, and what of it had to stay here.
public struct ExportedResources: Sendable {
  public var bundle: ResourceBundle
  /// What was left out and why, a sentence each.
  public var notes: [String]
}

extension Collaboration {
  /// A resource with all that it is made of, for another network.
  ///
  /// Only what is shared with the network leaves, and only what this person may read; people go by
  /// their names where they agreed to be listed, without contacts and consents.
  public func export(_ id: DocumentID) throws(CollaborationError) -> ExportedResources {
    let first = Resource(try document(id).tree)
    guard isShared(first) else { throw .contribution(.notShared(title: first.title)) }
    var open = [id]
    var taken: Set<DocumentID> = []
    var trees: [JSON] = []
    var notes: [String] = []
    while let id = open.popLast() {
      guard taken.insert(id).inserted, let document = try? document(id) else { continue }
      let resource = Resource(document.tree)
      let items = resource.items.filter { item in
        (try? self.document(item)).map { isShared(Resource($0.tree)) } ?? false
      }
      let missing = resource.items.count - items.count
      if missing > 0 {
        notes.append(
          "“\(resource.title)”: \(missing) of its items \(missing == 1 ? "is" : "are") not shared "
            + "with the network and stayed here")
      }
      if !resource.attachments.isEmpty {
        notes.append(
          "“\(resource.title)”: its files go along by name only; send them yourself: "
            + resource.attachments.joined(separator: ", "))
      }
      trees.append(portable(resource, items: items))
      open += items.reversed()
    }
    do throws(BundleProblem) {
      return ExportedResources(bundle: try ResourceBundle(trees), notes: notes)
    } catch {
      throw .contribution(.bundle(error))
    }
  }

  private func isShared(_ resource: Resource) -> Bool {
    [.network, .public].contains(resource.visibility)
  }

  private func portable(_ resource: Resource, items: [DocumentID]) -> JSON {
    var tree: JSON = [
      "id": .string(resource.id), "type": "resource",
      "schema": JSON(DocumentType.resource.table.schemaVersion),
    ]
    for path in ResourceBundle.carried {
      if let value = resource.tree[path], !value.isBlank { tree[path] = value }
    }
    tree["version"] = JSON(resource.version)
    if !resource.items.isEmpty { tree["items"] = JSON(strings: items) }
    let people = names(of: resource)
    if !people.isEmpty { tree["by"] = JSON(strings: people) }
    if let site = resource.site, case .known(_, let name) = naming(of: site) {
      tree["from"] = .string(name)
    }
    let parents = resource.derivedFrom.compactMap { link -> JSON? in
      guard let parent = (try? document(link.resource)).map({ Resource($0.tree) }), isShared(parent)
      else { return nil }
      var entry: JSON = [
        "resource": .string(parent.id), "title": .string(parent.title),
        "by": JSON(strings: names(of: parent)),
      ]
      entry["version"] = link.version.map { JSON($0) }
      entry["whatChanged"] = link.whatChanged.map(JSON.string)
      return entry
    }
    if !parents.isEmpty { tree["derivedFrom"] = .array(parents) }
    return tree
  }

  /// The authors by their names, as far as they agreed to be listed.
  private func names(of resource: Resource) -> [String] {
    resource.authors.compactMap { id in
      guard let member = (try? document(id)).map({ Member($0.tree) }), !member.name.isEmpty,
        member.isListed || id == principal.memberID
      else { return nil }
      return member.name
    }
  }
}
