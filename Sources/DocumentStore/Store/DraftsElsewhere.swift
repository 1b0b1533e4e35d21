import JSONTree

/// Where drafts go that the store's own disk does not take: a folder that is this person's alone.
///
/// A disk without room, or one that cannot be written, must not cost what somebody typed.
public struct DraftsElsewhere: Sendable {
  /// The folder of this store's drafts.
  private let path: String
  private let files: FileSystem

  /// - Parameters:
  ///   - folder: of the program, such as `~/.local/state/huddle`; made where it is missing.
  ///   - store: whose drafts they are.
  ///   - member: whose text it is.
  public init(in folder: String, store: DocumentStore, member: String) {
    let name = store.about["id"]?.string ?? "store"
    path = "\(folder)/drafts/\(DocumentStore.encoded(name))-\(DocumentStore.encoded(member))"
    files = store.disk.files
  }

  public func save(_ tree: JSON, name: String) throws(StoreError) {
    try DocumentStore.makeFolders(path, files)
    let disk = try Disk(files: files, path: path)
    defer { disk.close() }
    try disk.call("") { () throws(SystemFailure) in try files.setMode(disk.root, 0o700) }
    try disk.replace(file(name), bytes: tree.canonicalBytes, mode: 0o600)
  }

  /// The draft of a name; nil where there is none or it cannot be read.
  public func draft(name: String) -> JSON? {
    guard let disk = try? Disk(files: files, path: path) else { return nil }
    defer { disk.close() }
    guard let bytes = (try? disk.read(file(name))) ?? nil else { return nil }
    return try? JSON.parse(bytes)
  }

  public func remove(name: String) throws(StoreError) {
    guard let disk = try? Disk(files: files, path: path) else { return }
    defer { disk.close() }
    try disk.remove(file(name))
  }

  private func file(_ name: String) -> String { "\(DocumentStore.encoded(name)).json" }
}
