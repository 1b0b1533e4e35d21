import JSONTree

public typealias DocumentID = String

/// Where a new document goes; it then stays where it was made.
public enum Placement: Hashable, Sendable {
  /// With the site it belongs to.
  case site(DocumentID)
  /// Among what spans sites.
  case shared
}

/// What the store has to know of a type of documents; it knows no type by itself.
public struct Schema: Sendable {
  /// As it stands in a document's `type`.
  public var type: String
  /// The folder's name, a plural.
  public var collection: String
  /// The newest version of the type that this program knows; a newer document is never written.
  public var version: Int
  /// Whether a document is named by its site and its file, as in `<site>.<file>`.
  public var isNamedBySite: Bool
  /// Whether its documents span sites, all of them: no site's folder has any.
  public var isAlwaysShared: Bool
  /// Where words are looked for.
  public var searchable: [JSONPath]
  /// Where the values stand that documents are looked up by, as logins and codes are.
  public var keys: [JSONPath]
  /// Where ids of other documents stand.
  public var references: [JSONPath]
  /// How two changed copies become one; put together when two are to be merged, and not for every
  /// type before a first screen.
  public var merging: MergeRule { rules().setting(.set, at: KeptConflict.path) }
  private let rules: @Sendable () -> MergeRule
  public var placement: @Sendable (JSON) -> Placement
  /// What each version made of the one before it, such as at 1 what the second made of the first;
  /// a version that is not there changed nothing that older documents say.
  public var upgrades: [Int: @Sendable (JSON) -> JSON]

  public init(
    type: String, collection: String, version: Int = 1, isNamedBySite: Bool = false,
    isAlwaysShared: Bool = false,
    searchable: [JSONPath] = [], keys: [JSONPath] = [], references: [JSONPath] = [],
    merging: @autoclosure @escaping @Sendable () -> MergeRule = .natural,
    placement: @escaping @Sendable (JSON) -> Placement = { _ in .shared },
    upgrades: [Int: @Sendable (JSON) -> JSON] = [:]
  ) {
    self.type = type
    self.collection = collection
    self.version = version
    self.isNamedBySite = isNamedBySite
    self.isAlwaysShared = isAlwaysShared
    self.searchable = searchable
    self.keys = keys
    self.references = references
    rules = merging
    self.placement = placement
    self.upgrades = upgrades
  }

  /// A document as the newest version has it.
  ///
  /// On the disk it stays as it is until it is next saved, so that reading never writes and an older
  /// program can read what nobody changed.
  func upgraded(_ tree: JSON) -> JSON {
    guard !upgrades.isEmpty, let found = tree["schema"]?.int, found < version else { return tree }
    var tree = tree
    for step in max(0, found)..<version { tree = upgrades[step]?(tree) ?? tree }
    tree["schema"] = JSON(version)
    return tree
  }
}
