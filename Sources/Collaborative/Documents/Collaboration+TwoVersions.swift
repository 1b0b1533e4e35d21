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
