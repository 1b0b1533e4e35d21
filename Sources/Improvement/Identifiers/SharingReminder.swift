import JSONTree

/// A place in a document that may tell who somebody is, to be looked at before others read it.
public struct SharingReminder: Hashable, Sendable {
  /// The field, with the numbers of entries in lists: `steps.2`.
  public var path: JSONPath
  public var label: String
  /// The text of the field.
  public var text: String
  public var identifier: LikelyIdentifier

  /// What stands there.
  public var excerpt: String { identifier.text(in: text) }
}

extension SharingReminder {
  /// Fields that are meant for addresses, or that nobody but its owner sees unless they agree.
  private static let exempt: [DocumentType: Set<String>] = [
    .member: ["contact", "caresAbout", "login", "pseudonym"]
  ]

  /// All in a document's own words, in reading order.
  ///
  /// - Complexity: O(size of the document).
  public static func all(in tree: JSON, type: DocumentType) -> [SharingReminder] {
    var found: [SharingReminder] = []
    let exempt = exempt[type] ?? []
    let fields = type.table.fields.filter { !exempt.contains($0.path.steps.first ?? "") }
    collect(fields, in: tree, under: [], into: &found)
    return found
  }

  /// Those of a document that others would see for the first time.
  ///
  /// - Parameter old: the document as it is; what its readers see already is no news, unless more
  ///   people are to read it now.
  public static func new(
    in tree: JSON, over old: JSON?, type: DocumentType
  ) -> [SharingReminder] {
    let now = audience(of: tree, type)
    guard now > 0 else { return [] }
    let found = all(in: tree, type: type)
    guard !found.isEmpty, let old, audience(of: old, type) >= now else { return found }
    var known: [String: Int] = [:]
    for reminder in all(in: old, type: type) { known[reminder.excerpt, default: 0] += 1 }
    return found.filter { reminder in
      guard let count = known[reminder.excerpt], count > 0 else { return true }
      known[reminder.excerpt] = count - 1
      return false
    }
  }

  /// How many there are who may read it: 0 a team, 1 the network, 2 anyone.
  public static func audience(of tree: JSON, _ type: DocumentType) -> Int {
    switch tree["visibility"]?.string.flatMap(Visibility.init) {
    case .public: 2
    case .network: 1
    default: 0
    }
  }

  private static func collect(
    _ fields: [Field], in record: JSON, under prefix: [String], into found: inout [SharingReminder]
  ) {
    for field in fields {
      guard let value = record[field.path] else { continue }
      let path = prefix + field.path.steps
      switch field.kind {
      case .text, .longText: collect(value, field, path, into: &found)
      case .list(.text), .list(.longText):
        for (index, element) in value.elements.enumerated() {
          collect(element, field, path + [String(index)], into: &found)
        }
      case .records(let inner, _):
        for (index, element) in value.elements.enumerated() {
          collect(inner, in: element, under: path + [String(index)], into: &found)
        }
      default: break
      }
    }
  }

  private static func collect(
    _ value: JSON, _ field: Field, _ path: [String], into found: inout [SharingReminder]
  ) {
    guard let text = value.string, !text.isEmpty else { return }
    let isCitation = path.contains("citations")
    for identifier in LikelyIdentifier.all(in: text)
    where !(isCitation && [.webAddress, .recordNumber].contains(identifier.kind)) {
      found.append(
        SharingReminder(
          path: JSONPath(path), label: field.label, text: text, identifier: identifier))
    }
  }
}
