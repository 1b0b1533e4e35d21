import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What importing a bundle would do. Nothing is changed.
  public func plan(_ bundle: ResourceBundle) throws(CollaborationError) -> ResourceImport {
    if principal.isVisitor { throw denied(.visitor(login: principal.login)) }
    let within = Set(bundle.resources.compactMap { $0["id"]?.string })
    var entries: [ResourceImport.Entry] = []
    for (index, given) in bundle.resources.enumerated() {
      let title = Resource(given).title
      guard let id = given["id"]?.string else {
        let id = ULID().text
        entries.append(
          .init(
            id: id, title: title, state: .new, differences: [],
            tree: arrived(given, as: id, with: within)))
        continue
      }
      switch naming(of: id) {
      case .missing:
        let isTrashed = try attempt { () throws(StoreError) in try store.isTrashed(id) }
        entries.append(
          .init(
            id: id, title: title, state: isTrashed ? .trashed : .new, differences: [],
            tree: arrived(given, as: id, with: within)))
      case .known(.resource, _), .hidden:
        entries.append(try entry(given, over: document(id), with: within))
      case .known(let type, _):
        throw .contribution(
          .bundle(.idOfAnother(place: index + 1, title: title, type: type.rawValue)))
      }
    }
    return ResourceImport(entries: entries)
  }

  /// Takes what a plan says, all of it or nothing.
  ///
  /// - Parameter choice: what to do about what says something else here; without one that is
  ///   refused.
  /// - Returns: what was done, in words.
  public func carryOut(
    _ plan: ResourceImport, conflicts choice: ResourceImport.Choice = .none, from source: String
  ) throws(CollaborationError) -> String {
    let conflicts = plan.conflicts
    if !conflicts.isEmpty, choice == .none {
      throw .contribution(.conflicts(conflicts.map { "“\($0.title)”" }))
    }
    if choice == .theirs, let trashed = conflicts.first(where: { $0.state == .trashed }) {
      throw .alreadyThere(id: trashed.id, title: nil)
    }
    let taken = plan.entries.filter { entry in
      entry.isConflict ? choice == .theirs : entry.state != .same
    }
    guard !taken.isEmpty else { return "nothing to import: it is all here already" }
    var inside = self
    for entry in taken { inside.prepared[entry.id] = entry.tree }
    var changes: [PreparedChange] = []
    for entry in taken {
      let preparation =
        if let base = entry.base {
          try inside.prepareSaving(entry.tree, over: base, mergesWithOthers: false)
        } else {
          try inside.prepareAdding(entry.tree, .resource)
        }
      if case .change(let change) = preparation { changes.append(change) }
    }
    guard !changes.isEmpty else { return "nothing to import: it is all here already" }
    let added = taken.count { $0.base == nil }
    let parts = [(added, "added"), (changes.count - added, "changed")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }
    let count = changes.count
    let words =
      "imported \(count) \(count == 1 ? "resource" : "resources") from \(source): "
      + parts.joined(separator: ", ")
    _ = try inside.carryOut(changes, note: words)
    return words
  }

  /// A resource that is new here. Of its authors those are linked who are members here by that name;
  /// the others, and a parent that is not here, are thanked by name.
  private func arrived(_ given: JSON, as id: DocumentID, with within: Set<String>) -> JSON {
    var tree = newDocument(.resource, id: id)
    for path in ResourceBundle.carried { if let value = given[path] { tree[path] = value } }
    tree["version"] = given["version"] ?? 1
    let (known, others) = people(given)
    tree["authors"] = JSON(strings: known)
    var credits = given["credits"]?.strings ?? []
    let place = given["from"]?.string.map { " (\($0))" } ?? ""
    credits += others.map { "\($0)\(place)" }
    let (links, thanks) = parents(given, with: within)
    if !links.isEmpty { tree["derivedFrom"] = .array(links) }
    credits += thanks
    if !credits.isEmpty { tree["credits"] = JSON(strings: Self.once(credits)) }
    if let old = tree["supersedes"]?.string, !isHere(old, within) { tree["supersedes"] = nil }
    return tree
  }

  private func entry(
    _ given: JSON, over base: StoredDocument, with within: Set<String>
  ) throws(CollaborationError) -> ResourceImport.Entry {
    var tree = base.tree
    for path in ResourceBundle.carried where path != "credits" && path != "version" {
      if (given[path]?.isBlank ?? true) && (tree[path]?.isBlank ?? true) { continue }
      if path == "supersedes", let old = given[path]?.string, !isHere(old, within) { continue }
      tree[path] = given[path]
    }
    // Thanks are never taken back, and a parent that is linked here stays so.
    let credits = Self.once(Resource(base.tree).credits + (given["credits"]?.strings ?? []))
    if !credits.isEmpty { tree["credits"] = JSON(strings: credits) }
    let linked = Set(Resource(base.tree).derivedFrom.map(\.resource))
    let new = parents(given, with: within).links.filter { link in
      link["resource"]?.string.map { !linked.contains($0) } ?? false
    }
    if !new.isEmpty {
      tree["derivedFrom"] = .array((base.tree["derivedFrom"]?.elements ?? []) + new)
    }
    let differences = DocumentType.resource.table.fields.filter { field in
      !(tree[field.path] ?? .null).isSame(as: base.tree[field.path] ?? .null)
    }.map(\.label)
    let (here, there) = (Resource(base.tree).version, given["version"]?.int ?? 1)
    let state: ResourceImport.State =
      differences.isEmpty
      ? .same
      : there > here ? .newer(here: here, there: there) : .conflict(here: here, there: there)
    tree["version"] = JSON(max(here, there))
    return .init(
      id: base.id, title: Resource(given).title, state: state, differences: differences,
      tree: tree, base: base)
  }

  /// Members here by the names of those who made it, and the names that nobody here has, or several.
  private func people(_ given: JSON) -> (known: [DocumentID], others: [String]) {
    let names = given["by"]?.strings ?? []
    guard !names.isEmpty else { return ([], []) }
    let members = Dictionary(grouping: (try? documents(.member)) ?? []) {
      Member($0.tree).name
    }
    var known: [DocumentID] = []
    var others: [String] = []
    for name in names {
      let found = members[name] ?? []
      if found.count == 1 { known.append(found[0].id) } else { others.append(name) }
    }
    return (known, others)
  }

  /// The parents that are here, as links, and thanks to those that are not.
  private func parents(
    _ given: JSON, with within: Set<String>
  ) -> (links: [JSON], thanks: [String]) {
    var links: [JSON] = []
    var thanks: [String] = []
    for entry in given["derivedFrom"]?.elements ?? [] {
      guard let id = entry["resource"]?.string else { continue }
      if isHere(id, within) {
        var link: JSON = ["resource": .string(id)]
        link["version"] = entry["version"]
        link["whatChanged"] = entry["whatChanged"]
        links.append(link)
        continue
      }
      let people = entry["by"]?.strings ?? []
      thanks.append(
        "after “\(entry["title"]?.string ?? id)”"
          + (entry["version"]?.int.map { ", version \($0)" } ?? "")
          + (people.isEmpty ? "" : " by \(people.joined(separator: ", "))"))
    }
    return (links, thanks)
  }

  private func isHere(_ id: DocumentID, _ within: Set<String>) -> Bool {
    if within.contains(id) { return true }
    if case .known(.resource, _) = naming(of: id) { return true }
    return false
  }

  private static func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension JSON {
  /// Whether two values say the same: a field that is empty and one that is not there do.
  fileprivate func isSame(as other: JSON) -> Bool { self == other || (isBlank && other.isBlank) }
}
