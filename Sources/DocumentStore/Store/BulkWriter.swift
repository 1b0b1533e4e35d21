import JSONTree

/// Fills a folder that is no store yet; nothing is durable before the end.
struct BulkWriter {
  let store: DocumentStore
  /// Folders stay open while their documents come one behind another.
  private var folders: [String: Descriptor] = [:]

  private static let openFolders = 64

  init(store: DocumentStore) { self.store = store }

  private var disk: Disk { store.disk }

  mutating func write(_ documents: some Sequence<JSON>) throws(StoreError) {
    defer { closeFolders() }
    for tree in documents {
      let place = try store.newPlace(of: tree)
      let bytes = tree.canonicalBytes
      guard bytes.count <= JSONLimits.document.documentBytes else {
        throw .invalidDocument(id: place.id, .tooLarge(bytes: bytes.count))
      }
      let folder = try folder(place.folder)
      do throws(SystemFailure) {
        try disk.create(
          place.file, in: folder, bytes: bytes, mode: disk.fileMode, isSynchronised: false)
      } catch {
        if error.code == SystemFailure.nameTaken {
          throw .alreadyThere(place.id, place: place.path)
        }
        throw disk.error(error, place.path)
      }
    }
  }

  mutating func write(_ journal: some Sequence<JournalEntry>) throws(StoreError) {
    var texts: [String: [UInt8]] = [:]
    for entry in journal {
      let path = DocumentStore.journalPath(entry)
      texts[path, default: []] += entry.tree.compactBytes + [0x0A]
    }
    for (path, bytes) in texts.sorted(by: { $0.key < $1.key }) {
      let (folderPath, name) = Disk.split(path)
      let folder = try disk.makeFolder(folderPath)
      defer { disk.files.close(folder) }
      try disk.call(path) { () throws(SystemFailure) in
        try disk.create(
          name, in: folder, bytes: bytes, mode: disk.fileMode, isSynchronised: false)
      }
    }
  }

  /// Writes `store.json` and makes everything durable at once.
  func finish(about: JSON) throws(StoreError) {
    try disk.call("store.json") { () throws(SystemFailure) in
      try disk.create(
        "store.json", in: disk.root, bytes: about.canonicalBytes, mode: disk.fileMode,
        isSynchronised: false)
      try disk.files.synchroniseAll(disk.root)
    }
  }

  private mutating func folder(_ path: String) throws(StoreError) -> Descriptor {
    if let folder = folders[path] { return folder }
    if folders.count >= Self.openFolders { closeFolders() }
    let folder = try disk.makeFolder(path, isDurable: false)
    folders[path] = folder
    return folder
  }

  private mutating func closeFolders() {
    for folder in folders.values { disk.files.close(folder) }
    folders = [:]
  }
}
