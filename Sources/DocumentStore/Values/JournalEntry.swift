import JSONTree

/// One transaction, as one line of the journal.
public struct JournalEntry: Sendable, Hashable {
  /// A ULID: the same line is never counted twice.
  public let id: String
  /// Where the transaction was made; known by the file's folder.
  public let host: String
  public let at: Timestamp
  public let by: String
  public let verb: String
  public let documents: [DocumentChange]
  public let note: String?
  /// The entry that this one takes back.
  public let undoes: String?

  public init(
    id: String = ULID().text, host: String, at: Timestamp, by: String, verb: String,
    documents: [DocumentChange], note: String? = nil, undoes: String? = nil
  ) {
    self.id = id
    self.host = host
    self.at = at
    self.by = by
    self.verb = verb
    self.documents = documents
    self.note = note
    self.undoes = undoes
  }

  /// The line's value; the host is not in it.
  var tree: JSON {
    var tree: JSON = [
      "id": .string(id), "at": .string(at.description), "by": .string(by), "verb": .string(verb),
    ]
    tree["note"] = note.map(JSON.string)
    tree["undoes"] = undoes.map(JSON.string)
    tree["documents"] = .array(
      documents.map { change in
        var document: JSON = ["id": .string(change.id), "type": .string(change.type)]
        document["old"] = change.old.map { .string($0.hex) }
        document["new"] = change.new.map { .string($0.hex) }
        return document
      })
    return tree
  }

  /// Reads a line's value; nil where it is not one, as of a line that a power cut left.
  init?(_ tree: JSON, host: String) {
    guard let id = tree["id"]?.string, let by = tree["by"]?.string, let verb = tree["verb"]?.string,
      let at = tree["at"]?.string.flatMap(Timestamp.init), let documents = tree["documents"]?.array
    else { return nil }
    self.init(
      id: id, host: host, at: at, by: by, verb: verb,
      documents: documents.compactMap { document in
        guard let id = document["id"]?.string, let type = document["type"]?.string else {
          return nil
        }
        return DocumentChange(
          id: id, type: type, old: document["old"]?.string.flatMap(Revision.init(hex:)),
          new: document["new"]?.string.flatMap(Revision.init(hex:)))
      }, note: tree["note"]?.string, undoes: tree["undoes"]?.string)
  }
}

/// How far someone has read the journal.
public struct JournalPosition: Sendable, Hashable {
  /// Bytes read of each file, by its path.
  var offsets: [String: Int] = [:]

  /// Before the first line.
  public static let start = JournalPosition()
}

extension JournalPosition {
  /// The position as something that can be kept until somebody reads on.
  public var json: JSON {
    .object(JSONObject(offsets.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) }))
  }

  /// A position that was kept; what is none reads as the start of its file.
  public init(_ json: JSON) {
    for field in json.object?.fields ?? [] {
      guard let offset = field.value.int, offset >= 0 else { continue }
      offsets[field.key] = offset
    }
  }
}
