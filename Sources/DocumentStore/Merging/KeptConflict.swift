import JSONTree

/// Two versions of one place in a document, both kept in it until somebody chooses.
public struct KeptConflict: Hashable, Sendable {
  /// What somebody wanted to stand there.
  public struct Version: Sendable, Equatable, Hashable {
    /// Nil for nothing.
    public let value: JSON?
    /// As in the journal; nil where it does not say.
    public let by: String?
    public let at: Timestamp?

    public init(value: JSON?, by: String?, at: Timestamp?) {
      self.value = value
      self.by = by
      self.at = at
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(value?.compactBytes)
      hasher.combine(by)
    }
  }

  /// Where conflicts are kept in a document.
  public static let path: JSONPath = "_conflicts"

  /// As a merge names it: a record of a keyed list by its key.
  public let path: JSONPath
  /// In the order of their bytes, so that all hosts write the same.
  public let versions: [Version]

  public init(path: JSONPath, versions: [Version]) {
    self.path = path
    self.versions = versions.sorted {
      Self.tree(of: $0).compactBytes.lexicographicallyPrecedes(Self.tree(of: $1).compactBytes)
    }
  }

  /// Reads an entry of a document's conflicts; nil where it is none.
  init?(_ tree: JSON) {
    guard let path = tree["path"]?.string, let versions = tree["versions"]?.array else {
      return nil
    }
    self.init(
      path: JSONPath(path),
      versions: versions.map { version in
        Version(
          value: version["value"], by: version["by"]?.string,
          at: version["at"]?.string.flatMap(Timestamp.init))
      })
  }

  /// All that a document keeps, in its order; what is no conflict there is passed over.
  public static func all(in document: JSON) -> [KeptConflict] {
    (document[path]?.elements ?? []).compactMap(KeptConflict.init)
  }

  /// A document with these conflicts more.
  static func adding(_ conflicts: [KeptConflict], to document: JSON) -> JSON {
    guard !conflicts.isEmpty else { return document }
    var result = document
    let known = document[path]?.elements ?? []
    result[path] = .array(known + conflicts.map(\.tree).filter { !known.contains($0) })
    return result
  }

  /// A document without the conflicts that somebody chose in.
  public static func resolving(
    in document: JSON, where isChosen: (KeptConflict) -> Bool
  ) -> JSON {
    guard let entries = document[path]?.array else { return document }
    let left = entries.filter { entry in KeptConflict(entry).map { !isChosen($0) } ?? true }
    guard left.count < entries.count else { return document }
    var result = document
    result[path] = left.isEmpty ? nil : .array(left)
    return result
  }

  private var tree: JSON {
    [
      "path": .string(path.description), "versions": .array(versions.map(Self.tree)),
    ]
  }

  private static func tree(of version: Version) -> JSON {
    var tree: JSON = [:]
    tree["value"] = version.value
    tree["by"] = version.by.map(JSON.string)
    tree["at"] = version.at.map { .string($0.description) }
    return tree
  }
}
