import JSONTree
import Synchronization

/// A folder of documents: durable, shared with other processes, one JSON file each.
///
/// Readers take no lock. What is listed and read stays in memory and is as new as the last
/// `refresh()`, `commit(_:)` or `document(_:)`; a change is always checked against the disk.
///
/// ```
/// store.json                                 format and what the store is called
/// sites/<site-id>/<collection>/<file>.json   what belongs to one site
/// shared/<collection>/<id>.json              what does not
/// journal/<host-id>/<yyyy-mm>.jsonl          one line for each transaction
/// trash/<id>.json                            removed documents, with who, when and where
/// .store/                                    this host's own: lock, tmp/, intent/, undo/, git/, members/
/// ```
public final class DocumentStore: Sendable {
  /// The newest layout of the folder that this program reads and writes.
  public static let format = 1

  let disk: Disk
  let schemas: [Schema]
  let schemasByType: [String: Schema]
  let state: Mutex<StoreState>

  init(disk: Disk, schemas: [Schema], about: JSON) {
    self.disk = disk
    self.schemas = schemas
    schemasByType = Dictionary(
      schemas.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
    state = Mutex(StoreState(about: about))
  }

  deinit { disk.close() }

  /// The folder as it was named when the store was opened.
  public var path: String { disk.rootPath }

  /// What `store.json` says.
  public var about: JSON { state.withLock { $0.about } }

  /// Grows with every change that is made or noticed.
  public var generation: Int { state.withLock { $0.generation } }

  /// The damaged documents met so far, in the order of their places.
  public var damaged: [Damage] {
    state.withLock { $0.damage.values.sorted { $0.place.compareBytes(with: $1.place) < 0 } }
  }

  func schema(_ type: String) throws(StoreError) -> Schema {
    guard let schema = schemasByType[type] else { throw .noSuchType(type) }
    return schema
  }
}

/// What a store remembers between calls; the files are the truth.
struct StoreState: Sendable {
  var about: JSON
  var generation = 0
  /// Collections that were listed, by their folder.
  var listings: [String: Listing] = [:]
  /// Of the folders in `listings` those that are not as a snapshot has them, by type.
  var changedFolders: [String: Set<String>] = [:]
  var sites: SiteListing?
  var listedTypes: Set<String> = []
  var places: [DocumentID: Place] = [:]
  var documents: [DocumentID: RememberedDocument] = [:]
  /// All documents of a type in the order of their ids; gone with each change of one.
  var arrays: [String: [StoredDocument]] = [:]
  /// By type, what `mentions(_:)` made; gone with each change of one.
  var mentions: [String: Mentions] = [:]
  /// By type, which documents changed lately.
  var changes: [String: ChangeLog] = [:]
  /// By the file's path.
  var damage: [String: Damage] = [:]
  var journalSeen = JournalPosition.start
  var lastChanges: LastChanges?
  /// What the slow check has still to look at before it begins anew.
  var foldersToCheck: [String] = []
  var documentsToCheck: [DocumentID] = []
  /// Folders whose files are still to be held against what a snapshot says of them.
  var keptToCheck: [String] = []
  var hasSweptTemporaryFiles = false
  /// What earlier sessions kept of the documents, the newest first.
  var snapshots: [Snapshot] = []
  /// Types of which the snapshots were believed and the disk not yet asked.
  var believedTypes: Set<String> = []
  /// Folders that a store changed after the snapshots were made.
  var foldersSinceSnapshots: Set<String> = []
  /// Whether a snapshot was wanted and could not be kept.
  var hasFailedToKeep = false
  /// How many documents came from files of their own.
  var readFiles = 0
  /// Whether no other computer writes here, as far as that has been looked into.
  var isOnlyComputer = false
  /// Whether an import of the history failed, so that this program does not try again.
  var leavesHistoryAlone = false
  /// How many transactions had kept versions when they were last pruned.
  var undoRecordsLeft: Int?
  /// What the mass-change brake has looked into and found harmless.
  var suspicion: Suspicion?
}

/// The folders below `sites`.
struct SiteListing: Sendable {
  var stamp: FileStamp?
  var isSettled: Bool
  /// In ascending order.
  var ids: [DocumentID]
}

struct RememberedDocument: Sendable {
  var document: StoredDocument
  var stamp: FileStamp
  var isSettled: Bool
  /// Whether it may be handed out without looking at the file's stamp.
  var isVerified: Bool
}

/// Who changed each document last, read from the journal as far as the position.
struct LastChanges: Sendable {
  var byDocument: [DocumentID: LastChange] = [:]
  var position = JournalPosition.start
  var generation = -1
}

/// Who changed a document last.
public struct LastChange: Sendable, Hashable {
  public let at: Timestamp
  public let by: String

  public init(at: Timestamp, by: String) {
    self.at = at
    self.by = by
  }
}
