import DocumentStore
import JSONTree

import enum DocumentStore.Operation

extension Performer {
  /// Brings about what a deed needs of earlier ones, whatever came before.
  mutating func prepareNeeded(
    for deed: Deed, on computer: SimulatedComputer
  ) throws(StoreError) {
    if try store.documents(ofType: "member").count < 3 {
      for _ in 0..<3 { try perform(.add) }
    }
    try findSubjects()
    if deed == .addWithdrawn, world.withdrawn.isEmpty {
      try prepare(.withdraw, on: computer)
      try withdraw()
    }
    try prepare(deed, on: computer)
    try findSubjects()
  }

  private mutating func findSubjects() throws(StoreError) {
    for type in ["member", "cycle", "series"] {
      subjects[type] = try store.documents(ofType: type).map(\.id)
    }
    subjects["trash"] = try store.trashed().map(\.id)
  }

  /// Brings about what a deed begins from, which is done and answered before it begins.
  mutating func prepare(_ deed: Deed, on computer: SimulatedComputer) throws(StoreError) {
    switch deed {
    case .mergeEdit: try meet(inField: "role")
    case .conflictingEdit: try meet(inField: "name")
    case .restore: try perform(.trash)
    case .undo: try perform(.replace)
    case .redo:
      try perform(.replace)
      try takeBack(isRedo: false)
    case .withdraw: try prepareWithdrawing()
    case .restoreBackup:
      place = world.nextID()
      _ = try store.backup(to: archive)
    case .backup, .create, .createInBulk: place = world.nextID()
    case .repair:
      let document = try newest("member")
      let bytes = document.tree.canonicalBytes
      computer.damage("\(World.path)/\(document.place)", keeping: bytes)
    default: break
    }
  }

  /// Somebody else changes what the next edit begins from.
  private mutating func meet(inField field: String) throws(StoreError) {
    let base = try newest("member")
    var theirs = base.tree
    theirs[JSONPath(field)] = .string("theirs \(base.revision.short)")
    let edit = Operation.edit(theirs, from: base)
    try store.commit(Transaction([edit], verb: "set:member", by: "somebody", at: World.noon))
    self.base = base
  }

  func mergeEdit() throws(StoreError) {
    guard let base else { throw .noSuchDocument("base") }
    var mine = base.tree
    mine["name"] = .string("mine \(base.revision.short)")
    try commit("set:member", [.edit(mine, from: base)])
  }

  /// What a deed left out of what it was asked for, in words.
  func shortfall(of deed: Deed) throws(StoreError) -> String? {
    guard let base else { return nil }
    let tree = try store.document(base.id).tree
    let isMine = tree["name"] == .string("mine \(base.revision.short)")
    let isTheirs = tree["role"] == .string("theirs \(base.revision.short)")
    return switch deed {
    case .mergeEdit where !isMine || !isTheirs: "a merge lost a side"
    case .conflictingEdit where KeptConflict.all(in: tree).isEmpty: "a conflict is not kept"
    default: nil
    }
  }

  /// A document whose text is in its place, in a draft, in the undo and in a snapshot.
  private mutating func prepareWithdrawing() throws(StoreError) {
    let id = world.nextID()
    let text = "Secret\(id)"
    world.withdrawn.append((id, text))
    let (first, second) = (World.member(id, name: text), World.member(id, name: "\(text) again"))
    try commit("add:member", [.add(first)])
    try commit("set:member", [.replace(id, with: second, expecting: nil)])
    try store.saveDraft(second, name: "edit:\(id)", member: World.author)
    try store.keepSnapshot()
  }

  func takeBack(isRedo: Bool) throws(StoreError) {
    guard let entry = try store.nextUndo(by: World.author, isRedo: isRedo),
      let versions = try store.versions(of: entry)
    else { throw .noSuchDocument("entry") }
    let operations = versions.compactMap { version -> Operation? in
      let id = version.change.id
      if let before = version.before {
        return version.after == nil
          ? .restore(id) : .replace(id, with: before, expecting: version.change.new)
      }
      return .trash(id, expecting: version.change.new)
    }
    try commit(isRedo ? "redo" : "undo", operations, undoes: entry.id)
  }

  func withdraw() throws(StoreError) {
    guard let last = world.withdrawn.last else { throw .noSuchDocument("withdrawn") }
    let withdrawal = try store.withdraw(
      last.id, by: World.author, at: World.noon, reason: "named a patient")
    // Whoever asked is told of drafts that could not be looked into.
    if withdrawal.closedFolders > 0 { throw .notReadable(path: "members") }
  }

  func create() throws(StoreError) {
    _ = try DocumentStore.create(
      at: otherStore, schemas: World.schemas, fields: ["id": .string(place)],
      at: World.noon, fileSystem: files)
  }

  func createInBulk() throws(StoreError) {
    try DocumentStore.createInBulk(
      at: otherStore, schemas: World.schemas, fields: ["id": .string(place)],
      documents: [World.member(World.id(1)), World.cycle(World.id(2), site: World.id(3))],
      journal: [] as [JournalEntry], at: World.noon, fileSystem: files)
  }

  func restoreBackup() throws(StoreError) {
    _ = try DocumentStore.restoreBackup(
      archive, to: otherStore, schemas: World.schemas, fileSystem: files)
  }
}
