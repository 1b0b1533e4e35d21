import DocumentStore
import JSONTree

extension FuzzTarget {
  /// Paths come back from their text and find what was put at them; a document's place is beneath
  /// its collection's folder and no other document's.
  static func pathFinding(in bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return fieldFinding(parts[0], parts.count > 1 ? parts[1] : "")
      ?? placeFinding(id: parts[0], site: parts.count > 1 ? parts[1] : nil)
      ?? nameFinding(parts[0])
  }

  private static let document: JSON = ["a": ["b": [1, ["c": 2]]], "0": []]

  private static func fieldFinding(_ first: String, _ second: String) -> String? {
    var tree = document
    for dotted in [first, second] {
      let path = JSONPath(dotted)
      if path.steps.joined(separator: ".") != dotted || JSONPath(path.description) != path {
        return "a path that does not come back"
      }
      let before = tree
      tree[path] = "here"
      // A position beyond an array's end is nowhere.
      if tree[path] != "here", tree != before { return "a value that is put elsewhere" }
      tree[path] = nil
      if !path.steps.isEmpty, tree[path] == "here" { return "a value that stays" }
    }
    return nil
  }

  private static let schemas = [
    Schema(type: "cycle", collection: "cycles"),
    Schema(type: "series", collection: "series", isNamedBySite: true),
  ]

  private static func placeFinding(id: String, site: String?) -> String? {
    for schema in schemas {
      for site in [site, nil] {
        guard let place = Place(id: id, site: site, schema: schema) else { continue }
        let steps = place.path.split(separator: "/", omittingEmptySubsequences: false)
        let isBeneath =
          steps.count == (site == nil ? 3 : 4)
          && steps.allSatisfy { !$0.isEmpty && $0.first != "." }
        if !isBeneath || place.path.utf8.contains(0) { return "a place elsewhere: \(place.path)" }
        guard let back = Place(file: place.file, site: site, schema: schema),
          Array(back.id.utf8) == Array(id.utf8), back.path == place.path
        else { return "a place of two documents: \(place.path)" }
      }
      if let place = Place(file: id, site: site, schema: schema),
        !place.file.utf8.elementsEqual(id.utf8)
      {
        return "a file with two names: \(place.file)"
      }
    }
    return nil
  }

  /// What is read as an id, a time or a revision is written the same.
  private static func nameFinding(_ text: String) -> String? {
    if let id = ULID(text), ULID(id.text)?.text != id.text || id.text != text.lowercased() {
      return "an id that is written otherwise: \(id.text)"
    }
    if let time = Timestamp(text), Timestamp(time.description) != time {
      return "a time that does not come back: \(time)"
    }
    if let revision = Revision(hex: text), revision.hex != text.lowercased() {
      return "a revision that is written otherwise: \(revision.hex)"
    }
    return nil
  }
}
