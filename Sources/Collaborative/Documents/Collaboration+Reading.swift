import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// A document, if this person may read it.
  public func document(_ id: DocumentID) throws(CollaborationError) -> StoredDocument {
    try document(id) { () throws(StoreError) in try store.document(id) }
  }

  /// The same for whoever needs it once, of thousands: it is not kept in memory.
  ///
  /// - Parameter fields: those that are needed beside the ones that rights are decided on; nil for all.
  func glance(
    at id: DocumentID, fields: JSON.FieldNames? = nil
  ) throws(CollaborationError) -> StoredDocument {
    try document(id) { () throws(StoreError) in try store.glance(at: id, fields: fields) }
  }

  private func document(
    _ id: DocumentID, read: () throws(StoreError) -> StoredDocument
  ) throws(CollaborationError) -> StoredDocument {
    let document: StoredDocument
    if let tree = rehearsed[id] {
      document = StoredDocument(
        id: id, type: tree["type"]?.string ?? "", tree: tree, revision: Revision(of: []), place: "")
    } else {
      document = try attempt(read)
    }
    guard mayRead(document) else {
      let type = DocumentType(rawValue: document.type) ?? .note
      throw .notPermitted(.mayNotRead(type: type))
    }
    return shown(document)
  }

  public func mayRead(_ document: StoredDocument) -> Bool { mayRead(document, as: principal) }

  /// - Parameter remembers: whether a project's team may be as it was when last looked at.
  func mayRead(
    _ document: StoredDocument, as principal: Principal, remembers: Bool = false
  ) -> Bool {
    guard let type = DocumentType(rawValue: document.type) else { return false }
    if Standing.isForEverybody(document.tree, type) { return true }
    // Whose team it is takes other documents to find out; mostly its own words will do.
    let own = ownStanding(of: document.tree, type: type)
    if type == .note, answersWhatIsHidden(document.tree, own, from: principal) { return false }
    if principal.mayRead(own) { return true }
    guard own.visibility == .team, !own.isForCoachesOnly else { return false }
    return principal.mayRead(standing(of: document.tree, type: type, remembers: remembers))
  }

  /// Those of many documents that this person may read.
  private func readable(_ documents: [StoredDocument]) -> [StoredDocument] {
    let principal = principal
    return documents.filter { mayRead($0, as: principal, remembers: true) }.map(shown)
  }

  /// All documents of a type that this person may read, in the order of their ids.
  public func documents(_ type: DocumentType) throws(CollaborationError) -> [StoredDocument] {
    try known(\.documents[type]) { () throws(CollaborationError) in
      readable(
        try attempt { () throws(StoreError) in try store.documents(ofType: type.rawValue) })
    }
  }

  /// One site's documents of a type that this person may read, in the order of their ids.
  ///
  /// Where many sites share a network, most screens are about few of them.
  func documents(
    _ type: DocumentType, at site: DocumentID
  ) throws(CollaborationError) -> [StoredDocument] {
    let found = try attempt { () throws(StoreError) in
      try store.documents(ofType: type.rawValue, atSite: site)
    }
    return readable(found)
  }

  /// The documents of a type that mention one of these ids and that this person may read, in the
  /// order of their ids.
  ///
  /// What a document is about is found by this, however many others there are; where in it the id
  /// stands is for whoever asks to look at.
  func documents(
    _ type: DocumentType, mentioning ids: some Sequence<DocumentID>
  ) throws(CollaborationError) -> [StoredDocument] {
    let found = try attempt { () throws(StoreError) in
      try store.documents(ofType: type.rawValue, mentioning: ids)
    }
    return readable(found)
  }

  /// What `body` makes of all documents of a type that this person may read, in no order; none of them
  /// is kept in memory.
  ///
  /// - Parameters:
  ///   - fields: those that are needed beside the ones that rights are decided on.
  ///   - body: called on several threads at once.
  func survey<Value: Sendable>(
    _ type: DocumentType, fields: [String], _ body: @escaping @Sendable (JSON) -> Value?
  ) throws(CollaborationError) -> [Value] {
    let principal = principal
    return try attempt { () throws(StoreError) in
      try store.survey(ofType: type.rawValue, fields: Self.fieldsOfRights + fields) { document in
        guard mayRead(document, as: principal, remembers: true) else { return nil }
        return body(shown(document).tree)
      }
    }
  }

  /// What `body` makes of the documents of a type that mention one of these ids and that this person may
  /// read, in the order of their ids; none of them is kept in memory.
  ///
  /// - Parameter fields: those that are needed beside the ones that rights are decided on.
  func survey<Value>(
    _ type: DocumentType, mentioning ids: some Sequence<DocumentID>, fields: [String],
    _ body: (JSON) -> Value?
  ) throws(CollaborationError) -> [Value] {
    let principal = principal
    return try attempt { () throws(StoreError) in
      try store.survey(
        ofType: type.rawValue, mentioning: ids, fields: Self.fieldsOfRights + fields
      ) { document in
        guard mayRead(document, as: principal, remembers: true) else { return nil }
        return body(shown(document).tree)
      }
    }
  }

  /// The documents of a type that mention both ids and that this person may read.
  func documents(
    _ type: DocumentType, mentioning first: DocumentID, and second: DocumentID
  ) throws(CollaborationError) -> [StoredDocument] {
    let found = try attempt { () throws(StoreError) in
      try store.documents(ofType: type.rawValue, mentioning: first, and: second)
    }
    return readable(found)
  }

  /// A document as others see it: its own fields with `revision` and `updated`, which are derived
  /// and never stored. What is personal is left out unless its owner shares it.
  public func presented(_ document: StoredDocument) -> JSON {
    var tree = visible(document)
    tree["revision"] = .string(document.revision.hex)
    if let change = (try? store.lastChange(of: document.id)) ?? nil {
      tree["updated"] = ["at": .string(change.at.description), "by": .string(change.by)]
    } else {
      tree["updated"] = tree["created"]
    }
    return tree
  }

  /// The fields of a document that this person may see.
  public func visible(_ document: StoredDocument) -> JSON {
    if document.type == DocumentType.series.rawValue { return shown(document).tree }
    guard document.type == DocumentType.member.rawValue, document.id != principal.memberID else {
      return document.tree
    }
    return hiding(personalFields(of: Member(document.tree)), in: document.tree)
  }

  /// What of a member only they see: how to reach them without their consent, and what they care
  /// about and are willing to do unless they share it, which is nobody's to know, not even a
  /// steward's.
  func personalFields(of member: Member) -> Set<String> {
    guard member.id != principal.memberID else { return [] }
    var hidden: Set<String> = []
    if !member.mayBeContacted, principal.role != .steward { hidden.insert("contact") }
    if !member.sharesCaresAbout { hidden.formUnion(["caresAbout", "willingTo"]) }
    return hidden
  }

  func hiding(_ hidden: Set<String>, in tree: JSON) -> JSON {
    var tree = tree
    for name in hidden { tree[name] = nil }
    return KeptConflict.resolving(in: tree) { conflict in
      conflict.path.steps.first.map(hidden.contains) ?? false
    }
  }

  /// What a person calls a document: its title, or measure and site for a series.
  public func title(of document: StoredDocument) -> String {
    guard let type = DocumentType(rawValue: document.type) else { return document.id }
    if type == .series {
      let series = Series(document.tree)
      let stratum = series.stratum.map { " (\($0))" } ?? ""
      return "\(name(of: series.measure)) at \(name(of: series.site))\(stratum)"
    }
    if type == .adoption {
      let adoption = document.tree
      let resource = adoption["resource"]?.string.map(name) ?? "something"
      return "\(resource) at \(adoption["site"]?.string.map(name) ?? "a site")"
    }
    let text = document.tree[type.table.titlePath]?.string ?? ""
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.isEmpty ? document.id : line
  }

  /// The title of the document with an id, or the id where it cannot be read.
  public func name(of id: DocumentID) -> String {
    if id.hasPrefix("visitor:") { return "\(id.dropFirst(8)) (visitor)" }
    switch naming(of: id) {
    case .known(_, let title): return title
    case .hidden: return "(not shared with you)"
    case .missing:
      let trashed = (try? store.trashed())?.contains { $0.id == id } ?? false
      return trashed ? "(in the trash)" : id
    }
  }
}
