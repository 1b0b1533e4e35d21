import DocumentStore
import JSONTree

import enum DocumentStore.Operation

/// Does deeds with a store, for people who then have an answer.
struct Performer {
  let store: DocumentStore
  let files: FileSystem
  let seams: Seams
  var world: World
  /// What an edit begins from that meets somebody else's.
  var base: StoredDocument?
  /// Ids of the documents that are there before a deed, by type in ascending order.
  var subjects: [String: [String]] = [:]
  /// The name of an archive and of a store beside this one.
  var place = ""

  var archive: String { "/backups/\(place).tar" }
  var otherStore: String { "/places/\(place)/store" }

  init(_ files: FileSystem, seams: Seams, world: World) throws(StoreError) {
    self.files = files
    self.seams = seams
    self.world = world
    store = try DocumentStore.open(at: World.path, schemas: World.schemas, fileSystem: files)
  }

  /// Does a deed.
  ///
  /// - Throws: why the store did not do it.
  mutating func perform(_ deed: Deed) throws(StoreError) {
    switch deed {
    case .add: try commit("add:member", [.add(World.member(world.nextID()))])
    case .addAtNewSite:
      world.moveToNewSite()
      try commit("add:cycle", [.add(cycle(words: 120))])
    case .addSeries:
      let measure = world.nextID()
      let series = World.series(measure, site: world.site, points: 3)
      try commit("add:series", [.add(series)])
    case .setPoints:
      let old = try newest("series")
      var new = old.tree
      new["points"] = World.points(40)
      try commit("set:series", [.edit(new, from: old)])
    case .replace:
      let old = try newest("member")
      let new = World.member(old.id, name: "Another name")
      try commit("set:member", [.replace(old.id, with: new, expecting: old.revision)])
    case .mergeEdit, .conflictingEdit: try mergeEdit()
    case .several: try changeSeveral()
    case .many:
      let site = world.site
      var operations: [Operation] = []
      for _ in 0..<33 { operations.append(.add(World.cycle(world.nextID(), site: site))) }
      try commit("add:cycle", operations)
    case .trash: try commit("trash:member", [.trash(newest("member").id, expecting: nil)])
    case .restore:
      guard let id = subjects["trash"]?.last else { throw .noSuchDocument("trash") }
      try commit("restore:member", [.restore(id)])
    case .undo, .redo: try takeBack(isRedo: deed == .redo)
    case .withdraw: try withdraw()
    case .addWithdrawn:
      guard let id = world.withdrawn.last?.id else { throw .noSuchDocument("withdrawn") }
      try commit("add:member", [.add(World.member(id))])
    case .repair:
      let repairs = try store.repair(store.examine(), by: World.author, at: World.noon)
      // Where nothing could be brought back, nobody is told that it was.
      if repairs.isEmpty { throw .noSuchDocument("version") }
    case .keepSnapshot: try store.keepSnapshot()
    case .saveDraft:
      try store.saveDraft(["title": "half a thought"], name: "cycle.new", member: World.author)
    case .create: try create()
    case .createInBulk: try createInBulk()
    case .backup: _ = try store.backup(to: archive)
    case .restoreBackup: try restoreBackup()
    }
  }

  func commit(_ verb: String, _ operations: [Operation], undoes: String? = nil) throws(StoreError) {
    try store.commit(
      seams.transaction(
        Transaction(operations, verb: verb, by: World.author, at: World.noon, undoes: undoes)))
  }

  private mutating func cycle(words: Int) -> JSON {
    World.cycle(world.nextID(), site: world.site, words: words)
  }

  /// The newest document of a type, as it is now.
  func newest(_ type: String) throws(StoreError) -> StoredDocument {
    guard let id = subjects[type]?.last else { throw .noSuchDocument(type) }
    return try store.document(id)
  }

  private mutating func changeSeveral() throws(StoreError) {
    guard let first = subjects["member"]?.first else { throw .noSuchDocument("member") }
    let last = try newest("member").id
    let added = cycle(words: 90)
    try commit(
      "set:several",
      [
        .add(added), .trash(last, expecting: nil),
        .replace(first, with: World.member(first, name: "Of several"), expecting: nil),
      ])
  }
}
