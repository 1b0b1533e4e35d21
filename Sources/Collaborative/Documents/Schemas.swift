import DocumentStore
import Improvement
import JSONTree

extension DocumentType {
  /// What the store has to know of this type.
  public var schema: Schema {
    Schema(
      type: rawValue, collection: collection, version: table.schemaVersion,
      isNamedBySite: self == .series, isAlwaysShared: isAlwaysShared,
      searchable: table.searchablePaths, keys: keyPaths,
      references: referencePaths, merging: table.merging, placement: placement)
  }

  /// The types that are documents of a store, as it knows them.
  public static let schemas: [Schema] = authored.map(\.schema)

  /// Where the values stand that people name a document by instead of its id, and who may see it.
  private var keyPaths: [JSONPath] {
    switch self {
    case .member: ["visibility", "login"]
    case .site: ["visibility", "code"]
    default: ["visibility"]
    }
  }

  private var referencePaths: [JSONPath] {
    table.fields.filter { $0.kind.referredType != nil }.map(\.path)
  }

  private var isAlwaysShared: Bool {
    switch self {
    case .network, .site, .member, .measure, .hypothesis, .note, .event: true
    case .project, .series, .cycle, .resource, .adoption, .need, .offer: false
    }
  }

  /// A document lies with its site where it has just one, else with what spans sites.
  private var placement: @Sendable (JSON) -> Placement {
    switch self {
    case _ where isAlwaysShared: { _ in .shared }
    case .project:
      { tree in
        let sites = tree["sites"]?.strings ?? []
        return sites.count == 1 ? .site(sites[0]) : .shared
      }
    default:
      { tree in tree["site"]?.string.map { .site($0) } ?? .shared }
    }
  }
}
