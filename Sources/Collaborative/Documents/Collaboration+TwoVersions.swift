import DocumentStore
import Improvement
import JSONTree

/// A field that two people changed differently, with both versions as a person reads them.
public struct TwoVersions: Hashable, Sendable {
  public struct Version: Hashable, Sendable {
    public let text: String
    /// Such as `Priya Nair, 14 Mar 2026`.
    public let who: String
  }

  /// What is typed to choose: `huddle set ID PATH=VALUE`.
  public let path: String
  public let label: String
  public let versions: [Version]
}

extension Collaboration {
  /// The fields of a document that wait for somebody to choose.
  public func twoVersions(in document: StoredDocument) -> [TwoVersions] {
    guard let type = DocumentType(rawValue: document.type) else { return [] }
    let tree = visible(document)
    return KeptConflict.all(in: tree).map { conflict in
      TwoVersions(
        path: conflict.path.description, label: MergeWording.label(of: conflict.path, type),
        versions: conflict.versions.map { version in
          let day = version.at.flatMap { CalendarDate($0.description.prefix(10)) }
          return TwoVersions.Version(
            text: text(version.value, at: conflict.path, in: tree, type),
            who: [version.by.map(shownName) ?? "somebody", day?.label ?? ""]
              .filter { !$0.isEmpty }.joined(separator: ", "))
        })
    }
  }

  /// A document with one of two versions in its place; a save that names the path settles it.
  ///
  /// - Parameter index: among the versions as `twoVersions` gives them.
  public func choosing(version index: Int, of path: String, in document: StoredDocument) -> JSON {
    var tree = document.tree
    guard let type = DocumentType(rawValue: document.type),
      let conflict = KeptConflict.all(in: tree).first(where: { $0.path.description == path }),
      conflict.versions.indices.contains(index)
    else { return tree }
    let value = conflict.versions[index].value
    if let place = type.table.merging.positions(of: conflict.path, in: tree) {
      tree[place] = value
    } else if let value {
      // A record that is not in its list any more.
      let list = JSONPath(Array(conflict.path.steps.dropLast()))
      tree[list] = .array((tree[list]?.elements ?? []) + [value])
    }
    return tree
  }

  private func text(
    _ value: JSON?, at path: JSONPath, in tree: JSON, _ type: DocumentType
  ) -> String {
    guard let value else { return "nothing" }
    let place = type.table.merging.positions(of: path, in: tree) ?? path
    if let field = try? type.table.field(at: place) { return shown(value, as: field.kind) }
    let list = JSONPath(Array(place.steps.dropLast()))
    if let field = try? type.table.field(at: list), case .records = field.kind {
      return shown([value], as: field.kind)
    }
    return value.string ?? value.compactText
  }

  /// The group of a page that shows what waits to be chosen; without lines where nothing does.
  func twoVersionsGroup(_ document: StoredDocument) -> PageGroup {
    PageGroup(
      "Two versions",
      twoVersions(in: document).flatMap { field in
        field.versions.enumerated().map { index, version in
          .field(
            label: index == 0 ? field.label : "", value: "\(version.text) — \(version.who)",
            tone: .caution)
        }
      })
  }
}
