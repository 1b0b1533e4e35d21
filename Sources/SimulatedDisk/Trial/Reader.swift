import DocumentStore
import Glibc

/// What somebody saw at once.
struct Sight: Sendable {
  let kind: Reader.Kind
  let call: Int
  let isHalfway: Bool
  /// Everything that can be asked for, a line each.
  let lines: [String]

  init(_ reader: Reader, call: Int, isHalfway: Bool) {
    kind = reader.kind
    self.call = call
    self.isHalfway = isHalfway
    do throws(StoreError) {
      lines = try reader.read()
    } catch {
      lines = ["failed: \(error)"]
    }
  }
}

/// Somebody who only reads.
struct Reader: Sendable {
  enum Kind: CaseIterable, Sendable {
    /// Who opens the store anew each time, and asks the disk or believes the snapshots.
    case comer, believer
    /// Who has had it open, and follows the journal or looks at everything.
    case follower, looker
  }

  let kind: Kind
  private let files: FileSystem
  private let opened: DocumentStore
  private let asksAgain: Bool

  init(_ kind: Kind, _ files: FileSystem, asksAgain: Bool = false) throws(StoreError) {
    self.kind = kind
    self.files = files
    self.asksAgain = asksAgain
    opened = try DocumentStore.open(at: World.path, schemas: World.schemas, fileSystem: files)
  }

  func read() throws(StoreError) -> [String] {
    let store = try current()
    if !asksAgain { return try read(store) }
    return try store.whole { () throws(StoreError) in try read(store) }
  }

  private func read(_ store: DocumentStore) throws(StoreError) -> [String] {
    var lines: [String] = []
    for type in World.schemas.map(\.type) {
      lines += try store.documents(ofType: type).map { "listed \($0.id) \($0.revision.short)" }
      lines.append("\(try store.count(ofType: type)) of \(type)")
      let found = try store.documents(ofType: type, mentioning: [World.id(900)])
      lines += found.map { "mentions the site: \($0.id)" }
      lines += try store.query(Query(type: type, words: "several")).rows.map { "found \($0.id)" }
    }
    for number in 1...60 {
      let id = World.id(number)
      do throws(StoreError) {
        lines.append("alone \(id) \(try store.document(id).revision.short)")
      } catch {
        guard case .noSuchDocument = error else { throw error }
      }
      if let change = try store.lastChange(of: id) { lines.append("changed \(id) \(change.by)") }
    }
    lines += try store.trashed().map { "in the trash: \($0.id)" }
    lines += try store.journalEntries().map { "journal: \($0.id) \($0.verb)" }
    return lines
  }

  private func current() throws(StoreError) -> DocumentStore {
    switch kind {
    case .comer, .believer:
      let store = try DocumentStore.open(
        at: World.path, schemas: World.schemas, fileSystem: files)
      if kind == .believer { try store.believeSnapshots(of: World.schemas.map(\.type)) }
      return store
    case .follower: _ = try opened.followJournal()
    case .looker: _ = try opened.refresh()
    }
    return opened
  }
}

extension FileSystem {
  /// The same disk for somebody who may not write it.
  var readOnly: FileSystem {
    var files = self
    files.open = { (folder, name, purpose) throws(SystemFailure) in
      guard purpose == .reading || purpose == .folder else {
        throw SystemFailure("open", code: EROFS)
      }
      return try self.open(folder, name, purpose)
    }
    files.makeFolder = { (_, _, _) throws(SystemFailure) in
      throw SystemFailure("make", code: EROFS)
    }
    files.rename = { (_, _, _, _) throws(SystemFailure) in
      throw SystemFailure("rename", code: EROFS)
    }
    files.remove = { (_, _) throws(SystemFailure) in throw SystemFailure("remove", code: EROFS) }
    return files
  }
}
