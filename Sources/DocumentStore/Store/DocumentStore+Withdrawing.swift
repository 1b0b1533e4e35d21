import Glibc
import JSONTree

/// What came of taking a document back.
public struct Withdrawal: Sendable, Hashable {
  public let document: WithdrawnDocument
  /// Whether this host's history and undo had to go, because the text could have been in them.
  public let hasClearedHistory: Bool
  /// Folders of members whose drafts only they may open, and may still hold the text.
  public let closedFolders: Int
}

extension DocumentStore {
  /// Takes a document back: its text goes from its place, the trash, drafts, quarantine and this
  /// host's history; a tombstone keeps who did it, when and why.
  ///
  /// A document that is damaged or in the trash can be withdrawn as well. First comes the tombstone,
  /// as one transaction; what a cut leaves behind it is cleared by withdrawing again.
  /// - Throws: `noSuchDocument`, and the failures of the disk.
  public func withdraw(
    _ id: DocumentID, by author: String, at now: Timestamp, reason: String
  ) throws(StoreError) -> Withdrawal {
    try checkWritable()
    guard Place.isName(id[...]) else { throw .noSuchDocument(id) }
    // Nobody takes the text over into the history meanwhile. Whoever does so never waits for the
    // store's own lock, which is taken inside this one.
    let withdrawal = try withHistoryLock(waits: true) { (_) throws(StoreError) in
      try withdrawAlone(id, by: author, at: now, reason: reason)
    }
    guard let withdrawal else { throw .noSuchDocument(id) }
    return withdrawal
  }

  private func withdrawAlone(
    _ id: DocumentID, by author: String, at now: Timestamp, reason: String
  ) throws(StoreError) -> Withdrawal {
    if case .withdrawn(let document) = try tombstone(ofAny: id) {
      return try clear(document, isHeld: false)
    }
    let place = try placeToWithdraw(id)
    let document = WithdrawnDocument(
      id: id, type: place.type, place: place.path, at: now, by: author, reason: reason)
    let change = PlannedChange(
      place: place, condition: .document(expecting: nil), document: nil,
      writes: [(Self.trashPath(id), document.tree.canonicalBytes)], removes: [place.path])
    let staged = try stage([change])
    var isStagedOurs = true
    defer { if isStagedOurs { unstage(staged) } }
    return try withLock { () throws(StoreError) in
      let old = try disk.read(place.path, limit: .max).map(Revision.init(of:))
      var steps = staged.joined().map { Step.put(staged: $0, place: Self.trashPath(id)) }
      steps.append(.remove(place: place.path))
      let entry = JournalEntry(
        host: try hostID(), at: now, by: author, verb: "withdraw:\(place.type)",
        documents: [DocumentChange(id: id, type: place.type, old: old, new: nil)])
      let (isInPlace, growth) = try commitSeveral(Intent(steps: steps, entry: entry))
      isStagedOurs = isInPlace
      remember([change], journal: growth)
      return try clear(document, isHeld: true)
    }
  }

  /// What the trash says of an id; nil also where it says nothing that can be read.
  func tombstone(ofAny id: DocumentID) throws(StoreError) -> Tombstone? {
    do throws(StoreError) {
      return try tombstone(of: id)
    } catch {
      if case .damaged = error { return nil }
      throw error
    }
  }

  private func placeToWithdraw(_ id: DocumentID) throws(StoreError) -> Place {
    if let place = try locate(id), try disk.stamp(place.path) != nil { return place }
    guard case .trashed(let document) = try tombstone(ofAny: id),
      let place = place(at: document.place)
    else { throw .noSuchDocument(id) }
    return place
  }

  private func clear(
    _ document: WithdrawnDocument, isHeld: Bool
  ) throws(StoreError) -> Withdrawal {
    if !isHeld {
      return try withLock { () throws(StoreError) in try clear(document, isHeld: true) }
    }
    let id = document.id
    try clearOtherPlaces(of: id)
    let closed = try clearDrafts(of: id)
    try clear(".store/quarantine") { name, _ in name.hasSuffix("-\(id).json") }
    // Staged changes of other documents are left alone: somebody may be about to save one.
    let text = Array(id.utf8)
    let anHourAgo = Clock.milliseconds - 3_600_000
    try clear(".store/tmp") { name, bytes in
      guard let tree = try? JSON.parse(bytes, limits: Self.trashLimits) else {
        // Torn, it may hold the text and not the id; young, somebody may be writing it.
        let made = ULID(String(name.prefix(26)))?.milliseconds ?? 0
        return bytes.contains(text) || made < anHourAgo
      }
      return tree["id"]?.string == id && tree["withdrawn"] == nil
    }
    let hasCleared = try clearHistory(of: id)
    return Withdrawal(document: document, hasClearedHistory: hasCleared, closedFolders: closed)
  }

  /// Removes what bears the id at any other place: which of two is meant nobody can know, and both
  /// may hold the text.
  private func clearOtherPlaces(of id: DocumentID) throws(StoreError) {
    for place in try places(of: id) where try disk.stamp(place.path) != nil {
      try disk.remove(place.path)
      try disk.synchronise(place.folder)
    }
  }

  /// - Returns: whether this host's history went with it: what is kept of all documents together
  ///   cannot give up one of them.
  private func clearHistory(of id: DocumentID) throws(StoreError) -> Bool {
    guard let folder = try disk.openFolder(".store") else { return false }
    defer { disk.files.close(folder) }
    let hasHistory = try disk.stamp(".store/git") != nil
    try forgetSnapshots()
    let text = Array(id.utf8)
    // What a power cut left in pieces may hold the text and not the id.
    try clear(".store/undo") { _, bytes in
      bytes.contains(text) || (try? JSON.parse(bytes, limits: Self.versionLimits)) == nil
    }
    try clearBrokenHistory()
    disk.removeTree("git", in: folder)
    // Another's files may be theirs alone to remove; all that can go has gone by now.
    if try disk.stamp(".store/git") != nil {
      throw .notCleared(id, path: disk.fullPath(".store/git"))
    }
    try disk.synchronise(".store")
    return hasHistory
  }

  private func clearBrokenHistory() throws(StoreError) {
    guard let quarantine = try disk.openFolder(".store/quarantine") else { return }
    defer { disk.files.close(quarantine) }
    for entry in try disk.list(".store/quarantine")?.entries ?? []
    where entry.name.hasSuffix(Self.brokenHistorySuffix) {
      disk.removeTree(entry.name, in: quarantine)
    }
  }

  /// - Returns: in how many members' folders it could not be looked.
  private func clearDrafts(of id: DocumentID) throws(StoreError) -> Int {
    // As a draft's name writes it.
    let written = id.replacing(".", with: "%2e")
    let text = Array(id.utf8)
    var closed = 0
    for member in try disk.list(".store/members")?.entries ?? [] {
      do throws(StoreError) {
        try clear(".store/members/\(member.name)/drafts") { name, bytes in
          name.contains(written) || Disk.isTemporary(name) && bytes.contains(text)
        }
      } catch {
        switch error {
        case .notReadable, .notPermitted: closed += 1
        default: throw error
        }
      }
    }
    return closed
  }

  /// Removes the files below a folder that a test picks by name and bytes.
  private func clear(
    _ folder: String, _ isChosen: (String, [UInt8]) -> Bool
  ) throws(StoreError) {
    for entry in try disk.list(folder)?.entries ?? [] {
      let path = "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        try clear(path, isChosen)
      } else if let bytes = try disk.read(path, limit: .max), isChosen(entry.name, bytes) {
        try disk.remove(path)
      }
    }
    // Also where nothing was left to remove: a name that was removed before could come back.
    try disk.synchronise(folder)
  }
}

extension WithdrawnDocument {
  var tree: JSON {
    [
      "id": .string(id), "type": .string(type), "place": .string(place),
      "withdrawn": [
        "at": .string(at.description), "by": .string(by), "reason": .string(reason),
      ],
    ]
  }
}
