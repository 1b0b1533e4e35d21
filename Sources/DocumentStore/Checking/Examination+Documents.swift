import JSONTree

/// A folder of one type's documents.
private struct Collection: Sendable {
  let folder: String
  let places: [Place]
}

extension Examination {
  mutating func examineDocuments() throws(StoreError) {
    var collections = try collections(in: "shared", site: nil)
    for entry in try sorted("sites") {
      let path = "sites/\(entry.name)"
      switch try kind(of: entry, in: "sites") {
      case .folder where Place.isName(entry.name[...]):
        collections += try self.collections(in: path, site: entry.name)
      case .other: note(path, nil, .notFollowed)
      case .folder, .file: note(path, nil, .noDocument)
      case nil: break
      }
    }
    for collection in collections { count(collection) }
    try read(collections)
  }

  /// Reads all documents, many of them on a few threads at once.
  private mutating func read(_ collections: [Collection]) throws(StoreError) {
    var portions: [[Collection]] = []
    var count = Self.documentsInPortion
    for collection in collections {
      if count >= Self.documentsInPortion {
        portions.append([])
        count = 0
      }
      portions[portions.count - 1].append(collection)
      count += collection.places.count
    }
    let before = self
    let results = inParallel(portions, threads: DocumentStore.threads) { portion in
      before.findings(in: portion)
    }
    for findings in results { report.findings += try findings.get() }
  }

  private static let documentsInPortion = 1000

  private func findings(in portion: [Collection]) -> Result<[CheckFinding], StoreError> {
    var examination = self
    examination.report.findings = []
    do throws(StoreError) {
      for collection in portion { try examination.read(collection) }
    } catch {
      return .failure(error)
    }
    return .success(examination.report.findings)
  }

  private func sorted(_ folder: String) throws(StoreError) -> [FolderEntry] {
    (try disk.list(folder)?.entries ?? []).sorted { $0.name < $1.name }
  }

  private mutating func collections(
    in folder: String, site: DocumentID?
  ) throws(StoreError) -> [Collection] {
    var collections: [Collection] = []
    for entry in try sorted(folder) {
      let path = "\(folder)/\(entry.name)"
      let schema = store.schemas.first { $0.collection == entry.name }
      switch (try kind(of: entry, in: folder), schema) {
      case (.folder, let schema?) where site == nil || !schema.isAlwaysShared:
        collections.append(try collection(path, schema, site))
      case (.other, _): note(path, nil, .notFollowed)
      case (.folder, _), (.file, _): note(path, nil, .noDocument)
      case (nil, _): break
      }
    }
    return collections
  }

  private mutating func collection(
    _ folder: String, _ schema: Schema, _ site: DocumentID?
  ) throws(StoreError) -> Collection {
    var places: [Place] = []
    for entry in try sorted(folder) {
      if let place = Place(file: entry.name, site: site, schema: schema) {
        places.append(place)
      } else if try kind(of: entry, in: folder) != nil {
        note("\(folder)/\(entry.name)", nil, .noDocument)
      }
    }
    return Collection(folder: folder, places: places)
  }

  private mutating func count(_ collection: Collection) {
    for place in collection.places {
      report.documents += 1
      report.census[place.type, default: 0] += 1
      if let other = places[place.id] {
        note(place.path, place.id, .sameID(otherPlace: other))
      } else {
        places[place.id] = place.path
      }
    }
  }

  private mutating func read(_ collection: Collection) throws(StoreError) {
    guard let folder = try disk.openFolder(collection.folder) else { return }
    defer { disk.files.close(folder) }
    for place in collection.places {
      switch try store.read(place, in: folder) {
      case .nothing: break
      case .damage(let damage): note(place.path, place.id, .damaged(damage.problem))
      case .document(let document, _):
        try examine(document)
        try examineRights(of: place, in: folder)
      }
    }
  }

  private mutating func examine(_ document: StoredDocument) throws(StoreError) {
    guard let schema = store.schemasByType[document.type] else { return }
    if document.isNewer {
      let found = document.tree["schema"]?.int ?? 0
      note(document.place, document.id, .newer(found: found, known: schema.version))
      return
    }
    for words in unsoundness(document) { note(document.place, document.id, .unsound(words)) }
    for path in schema.references {
      guard let value = document.tree[path] else { continue }
      for id in value.array?.compactMap(\.string) ?? [value.string].compactMap(\.self) {
        try examine(id, as: path, of: document)
      }
    }
  }

  private mutating func examine(
    _ id: DocumentID, as path: JSONPath, of document: StoredDocument
  ) throws(StoreError) {
    // A visitor is named by a login and has no document.
    if id.isEmpty || places[id] != nil || id.utf8.contains(UInt8(ascii: ":")) { return }
    // It may have come while this check was on its way.
    if try store.locate(id) != nil { return }
    let isInTrash =
      Place.isName(id[...]) ? try disk.stamp(DocumentStore.trashPath(id)) != nil : false
    note(
      document.place, document.id,
      .missingReference(field: path.description, to: id, isInTrash: isInTrash))
  }

  private mutating func examineRights(
    of place: Place, in folder: Descriptor
  ) throws(StoreError) {
    let status = try disk.find(place.path) { () throws(SystemFailure) in
      try disk.files.statusBelow(folder, place.file)
    }
    guard let mode = status?.mode, mode & disk.fileMode != disk.fileMode else { return }
    note(
      place.path, place.id, .narrowRights(found: mode, expected: mode | disk.fileMode))
  }
}
