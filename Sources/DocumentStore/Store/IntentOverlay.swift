import Synchronization

/// What committed transactions have still to do, for readers to see as done.
///
/// Whoever commits several steps takes them within milliseconds; whoever ends in between leaves them
/// to the next who takes the lock. Readers take none, and many could not: of a disk that may only be
/// read nobody finishes anything. So that they never see half a transaction, they are shown a disk on
/// which these steps are taken (`FileSystem.overlaid(by:)`).
final class IntentOverlay: Sendable {
  /// How a name in a folder is to be seen.
  enum Sight: Sendable {
    /// As this file in `.store/tmp`, until it is in its place.
    case staged(String)
    /// Not at all, as long as this intent stands.
    case removed(intent: String)
  }

  private struct State: Sendable {
    /// By their paths.
    var intents: [String: Intent] = [:]
    /// By the folder's path and the name in it.
    var sights: [String: [String: Sight]] = [:]
    /// The paths of the folders in `sights`, by what tells an open folder.
    var folders: [UInt64: String] = [:]
    /// The folder of intents as it was looked into; nil before.
    var looked: (stamp: FileStamp?, isSettled: Bool)?
  }

  private let state = Mutex(State())
  private let hasSights = Atomic(false)

  /// Whether nothing is shown but what is on the disk; asked before each call that reads.
  var isEmpty: Bool { !hasSights.load(ordering: .acquiring) }

  /// Of the transactions that are shown, what the journal has still to tell.
  var entries: [JournalEntry] {
    if isEmpty { return [] }
    return state.withLock { $0.intents.sorted { $0.key < $1.key }.map(\.value.entry) }
  }

  /// Whether the folder of intents was looked into since the store was opened.
  var hasLooked: Bool { state.withLock { $0.looked != nil } }

  /// Whether nothing can have come to the folder of intents or gone from it since it was looked into.
  func isUnchanged(_ stamp: FileStamp?) -> Bool {
    state.withLock { $0.looked.map { $0.isSettled && $0.stamp == stamp } ?? false }
  }

  /// A transaction that is shown.
  func intent(at path: String) -> Intent? { state.withLock { $0.intents[path] } }

  /// Shows these transactions, and no others, as done.
  ///
  /// - Parameters:
  ///   - intents: by their paths.
  ///   - inode: what tells the folder at a path; nil where there is none.
  ///   - stamp: of the folder of intents, taken before it was listed.
  /// - Returns: whether one of them was not shown before.
  func show(
    _ intents: [String: Intent], stamp: FileStamp?, at nanoseconds: Int,
    inode: (_ folder: String) throws(StoreError) -> UInt64?
  ) throws(StoreError) -> Bool {
    var shown = State(intents: intents)
    shown.looked = (stamp, stamp?.isSettled(at: nanoseconds) ?? true)
    for (path, intent) in intents.sorted(by: { $0.key < $1.key }) {
      for step in intent.steps {
        let (place, sight): (String, Sight) =
          switch step {
          case .put(let staged, let place): (place, .staged(staged))
          case .remove(let place): (place, .removed(intent: path))
          }
        let (folder, name) = Disk.split(place)
        shown.sights[folder, default: [:]][name] = sight
      }
    }
    for folder in shown.sights.keys {
      if let inode = try inode(folder) { shown.folders[inode] = folder }
    }
    let new = shown
    return state.withLock { state in
      let hasNew = new.intents.keys.contains { state.intents[$0] == nil }
      state = new
      hasSights.store(!new.sights.isEmpty, ordering: .releasing)
      return hasNew
    }
  }

  /// Shows the disk as it is: everything was finished.
  func clear() {
    state.withLock { state in
      state = State(looked: (nil, false))
      hasSights.store(false, ordering: .releasing)
    }
  }

  /// How a path below the root is to be seen; nil where it is as it is.
  func sight(of path: String) -> Sight? {
    let (folder, name) = Disk.split(path)
    return state.withLock { $0.sights[folder]?[name] }
  }

  /// How the names in an open folder are to be seen; nil where all are as they are.
  func sights(in inode: UInt64) -> [String: Sight]? {
    state.withLock { state in state.folders[inode].flatMap { state.sights[$0] } }
  }

  /// Whether names come to a folder or go from it.
  func isChanging(_ inode: UInt64) -> Bool { state.withLock { $0.folders[inode] != nil } }
}
