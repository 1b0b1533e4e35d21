import JSONTree

/// A document read and written by its fields' names.
///
/// A view is the tree and nothing else: fields that nobody here knows stay where they are, and a
/// value that is not what it should be reads as if it were not there.
public protocol DocumentView: Hashable, Sendable {
  static var documentType: DocumentType { get }
  var tree: JSON { get set }
  init(_ tree: JSON)
}

extension DocumentView {
  public static func == (left: Self, right: Self) -> Bool { left.tree == right.tree }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  public var id: String { tree["id"]?.string ?? "" }
  public var createdAt: String? { text("created.at") }
  public var createdBy: String? { text("created.by") }
  public var visibility: Visibility {
    get { word("visibility") ?? .private }
    set { tree["visibility"] = .string(newValue.rawValue) }
  }
  public var tags: [String] {
    get { texts("tags") }
    set { tree["tags"] = JSON(strings: newValue) }
  }
}

/// How views read a value: what is not what it should be is not there.
extension JSON {
  func text(_ path: JSONPath) -> String? {
    guard let text = self[path]?.string, !text.isEmpty else { return nil }
    return text
  }

  func word<Word: Vocabulary>(_ path: JSONPath) -> Word? {
    self[path]?.string.flatMap(Word.init(rawValue:))
  }

  func date(_ path: JSONPath) -> CalendarDate? {
    self[path]?.string.flatMap { CalendarDate($0) }
  }

  func period(_ path: JSONPath) -> Period? { self[path]?.string.flatMap { Period($0) } }

  func records<Record: DocumentRecord>(_ path: JSONPath) -> [Record] {
    self[path]?.elements.map(Record.init) ?? []
  }
}

extension DocumentView {
  func text(_ path: JSONPath) -> String? { tree.text(path) }
  func texts(_ path: JSONPath) -> [String] { tree[path]?.strings ?? [] }
  func word<Word: Vocabulary>(_ path: JSONPath) -> Word? { tree.word(path) }
  func date(_ path: JSONPath) -> CalendarDate? { tree.date(path) }
  func period(_ path: JSONPath) -> Period? { tree.period(path) }
  func records<Record: DocumentRecord>(_ path: JSONPath) -> [Record] { tree.records(path) }
}

/// A record in a list of a document, such as a task of a plan.
public protocol DocumentRecord: Hashable, Sendable {
  var tree: JSON { get set }
  init(_ tree: JSON)
}

extension DocumentRecord {
  public static func == (left: Self, right: Self) -> Bool { left.tree == right.tree }
  public func hash(into hasher: inout Hasher) { hasher.combine(tree.compactBytes) }

  func text(_ path: JSONPath) -> String? { tree.text(path) }
  func word<Word: Vocabulary>(_ path: JSONPath) -> Word? { tree.word(path) }
  func date(_ path: JSONPath) -> CalendarDate? { tree.date(path) }
  func period(_ path: JSONPath) -> Period? { tree.period(path) }
  func number(_ path: JSONPath) -> Double? { tree[path]?.double }
}
