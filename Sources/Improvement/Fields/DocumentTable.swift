import JSONTree

/// The field table of a document type, in reading order.
///
/// Validation, forms, `FIELD=VALUE`, CSV columns, filters, detail pages and the field reference all
/// read it; a new field is one line.
public struct DocumentTable: Sendable {
  public let type: DocumentType
  /// The newest version of the type's schema that this huddle writes.
  public let schemaVersion: Int
  /// Where the name stands that a person knows the document by.
  public let titlePath: JSONPath
  /// The type's own fields, then those that every document has.
  public let fields: [Field]
  /// The fields of the quick form, as full paths, in the order they are asked for.
  public let quickFields: [Field]
  /// The paths that hold an object because fields lie beneath them, such as `plan`.
  let groups: [JSONPath]
  /// Where in `fields` each path stands.
  private let positions: [String: Int]

  init(
    _ type: DocumentType, schemaVersion: Int = 1, title: JSONPath, quick order: [JSONPath] = [],
    _ own: [Field]
  ) {
    self.type = type
    self.schemaVersion = schemaVersion
    titlePath = title
    fields = own + CommonFields.fields(of: type)
    positions = Dictionary(
      fields.enumerated().map { ($1.path.description, $0) }, uniquingKeysWith: { first, _ in first }
    )
    groups = Self.groups(of: fields)
    let quick = fields.flatMap { field -> [Field] in
      if field.isQuick { return [field] }
      guard case .records(let inner, _) = field.kind else { return [] }
      return inner.filter(\.isQuick).map { $0.placed(under: field.path.appending(0)) }
    }
    quickFields =
      order.compactMap { path in quick.first { $0.path == path } }
      + quick.filter { !order.contains($0.path) }
  }

  private static func groups(of fields: [Field]) -> [JSONPath] {
    var groups: [JSONPath] = []
    for field in fields {
      for length in 1..<max(1, field.path.steps.count) {
        let group = JSONPath(Array(field.path.steps[..<length]))
        if !groups.contains(group) { groups.append(group) }
      }
    }
    return groups
  }

  /// The fields that are columns of a table.
  public var listedFields: [Field] { fields.filter(\.isListed) }

  /// Whether the type has a field at exactly this path. Complexity: O(1).
  public func hasField(_ path: String) -> Bool { positions[path] != nil }

  /// Where the words stand that a search looks at; of records, the list they are in.
  public var searchablePaths: [JSONPath] {
    fields.filter { field in
      if case .records(let inner, _) = field.kind { return inner.contains(where: \.isSearchable) }
      return field.isSearchable
    }.map(\.path)
  }
}

extension DocumentTable {
  /// The field a dotted path means, with the path it was asked for; `plan.predictions.0.prediction`
  /// means the prediction in the first record.
  ///
  /// - Throws: `UnknownField`, which knows what may have been meant.
  public func field(at path: String) throws(UnknownField) -> Field {
    try field(at: JSONPath(path))
  }

  public func field(at path: JSONPath) throws(UnknownField) -> Field {
    if let position = positions[path.description] { return fields[position] }
    for length in stride(from: path.steps.count - 1, to: 0, by: -1) {
      let head = JSONPath(Array(path.steps[..<length]))
      guard let list = positions[head.description].map({ fields[$0] }) else { continue }
      guard let field = Self.field(in: list.kind, at: path.steps[length...]) else { break }
      return Field(
        path, field.kind, field.label, field.help, field.traits, required: field.requirement,
        initial: field.initial, unit: field.unit, since: field.since)
    }
    throw unknown(path)
  }

  private static func field(in kind: FieldKind, at steps: ArraySlice<String>) -> Field? {
    guard let index = steps.first, let position = Int(index), position >= 0 else { return nil }
    let rest = steps.dropFirst()
    switch kind {
    case .list(let element):
      return rest.isEmpty ? Field(JSONPath(index), element, "", "") : nil
    case .records(let fields, _):
      for field in fields where rest.starts(with: field.path.steps) {
        let further = rest.dropFirst(field.path.steps.count)
        if further.isEmpty { return field }
        if let inner = Self.field(in: field.kind, at: further) { return inner }
      }
      return nil
    default: return nil
    }
  }

  private func unknown(_ path: JSONPath) -> UnknownField {
    let text = path.description
    let inside = addressableNames.filter { $0.hasPrefix(text + ".") }
    return UnknownField(
      type: type, path: text,
      suggestions: inside.isEmpty
        ? Similarity.closest(to: text, in: addressableNames) : Array(inside.prefix(8)),
      isGroup: !inside.isEmpty)
  }

  /// All paths a person may type; a record in a list stands as its first one.
  public var addressableNames: [String] {
    fields.flatMap { field -> [String] in
      let name = field.path.description
      guard case .records(let inner, _) = field.kind else { return [name] }
      return [name] + inner.map { "\(name).0.\($0.path)" }
    }
  }
}

/// A path that no field of the type has.
public struct UnknownField: Error, Hashable, Sendable {
  public var type: DocumentType
  public var path: String
  /// What may have been meant, the likeliest first.
  public var suggestions: [String]
  /// Whether the path is the beginning of others, which then are the suggestions.
  public var isGroup: Bool
}

extension DocumentType {
  public var table: DocumentTable {
    switch self {
    case .network: NetworkTable.table
    case .site: SiteTable.table
    case .member: MemberTable.table
    case .project: ProjectTable.table
    case .measure: MeasureTable.table
    case .series: SeriesTable.table
    case .cycle: CycleTable.table
    case .resource: ResourceTable.table
    case .adoption: AdoptionTable.table
    case .need: NeedTable.table
    case .offer: OfferTable.table
    case .note: NoteTable.table
    case .hypothesis: HypothesisTable.table
    case .event: EventTable.table
    }
  }
}
