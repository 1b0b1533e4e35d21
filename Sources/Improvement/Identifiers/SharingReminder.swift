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
    passages(in: tree, type).flatMap(\.reminders)
  }

  /// Those of a document that others would see for the first time.
  ///
  /// - Parameter old: the document as it is; what its readers see already is no news, unless more
  ///   people are to read it now.
  /// - Complexity: O(size of both), and only what they do not share is looked through.
  public static func new(
    in tree: JSON, over old: JSON?, type: DocumentType
  ) -> [SharingReminder] {
    let now = audience(of: tree, type)
    guard now > 0 else { return [] }
    let passages = passages(in: tree, type)
    guard let old, audience(of: old, type) >= now else { return passages.flatMap(\.reminders) }
    let before = Self.passages(in: old, type)
    let found = unmatched(passages, in: before, by: \.text).flatMap(\.reminders)
    guard !found.isEmpty else { return [] }
    let known = unmatched(before, in: passages, by: \.text).flatMap(\.reminders)
    return unmatched(found, in: known, by: \.excerpt)
  }

  /// Those that have none of the others for themselves.
  private static func unmatched<Item>(
    _ items: [Item], in others: [Item], by key: (Item) -> String
  ) -> [Item] {
    var left: [String: Int] = [:]
    for other in others { left[key(other), default: 0] += 1 }
    return items.filter { item in
      let key = key(item)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
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

  private static func passages(in tree: JSON, _ type: DocumentType) -> [Passage] {
    let exempt = exempt[type] ?? []
    let fields = type.table.fields.filter {
      holdsWords($0) && !exempt.contains($0.path.steps.first ?? "")
    }
    var found: [Passage] = []
    collect(fields, in: tree, under: { [] }, into: &found)
    return found
  }

  private static func holdsWords(_ field: Field) -> Bool {
    switch field.kind {
    case .text, .longText, .list(.text), .list(.longText): true
    case .records(let inner, _): inner.contains(where: holdsWords)
    default: false
    }
  }

  /// - Parameter prefix: where the record is; made where something stands in it.
  private static func collect(
    _ fields: [Field], in record: JSON, under prefix: () -> [String], into found: inout [Passage]
  ) {
    for field in fields {
      guard let value = record[field.path] else { continue }
      func add(_ value: JSON, _ index: Int? = nil) {
        guard let text = value.string, !text.isEmpty else { return }
        let path = prefix() + field.path.steps + (index.map { [String($0)] } ?? [])
        found.append(Passage(path: path, label: field.label, text: text))
      }
      switch field.kind {
      case .list: for (index, element) in value.elements.enumerated() { add(element, index) }
      case .records(let all, _):
        let inner = all.filter(holdsWords)
        for (index, element) in value.elements.enumerated() {
          collect(
            inner, in: element, under: { prefix() + field.path.steps + [String(index)] },
            into: &found)
        }
      default: add(value)
      }
    }
  }
}

/// What somebody wrote at one place of a document.
private struct Passage {
  var path: [String]
  var label: String
  var text: String

  var reminders: [SharingReminder] {
    let isCitation = path.contains("citations")
    return LikelyIdentifier.all(in: text)
      .filter { !(isCitation && [.webAddress, .recordNumber].contains($0.kind)) }
      .map {
        SharingReminder(path: JSONPath(path), label: label, text: text, identifier: $0)
      }
  }
}
