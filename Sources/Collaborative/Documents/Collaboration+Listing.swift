import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// The documents of a type that someone asks for and may read, as far as the window shows them.
  ///
  /// Conditions and order go by what this person may see: what is hidden is not to be guessed at.
  public func list(_ request: ListRequest) throws(CollaborationError) -> ListPage {
    var filters: [Filter] = []
    for condition in request.conditions { filters.append(try filter(condition, request.type)) }
    let reader = principal
    filters.append(.matches { mayRead($0, as: reader) })
    var sort: [Query.SortKey] = []
    if let text = request.sort {
      let isDescending = text.hasPrefix("-")
      let field = try field(isDescending ? String(text.dropFirst()) : text, of: request.type)
      sort.append(Query.SortKey(field.path, isDescending: isDescending))
    }
    var query = Query(
      type: request.type.rawValue, filter: .and(filters), words: request.search, sort: sort,
      offset: request.offset, limit: request.limit, reading: { visible($0) })
    query.possible = try namesOfReadable(request.type)
    if request.conditions.isEmpty { query.certain = namesOfSurelyReadable(request.type) }
    let page = try attempt { () throws(StoreError) in try store.query(query) }
    return ListPage(rows: page.rows.map(shown), total: page.total, generation: page.generation)
  }

  /// Names of which every document of a type bears one that this person may read; nil where that
  /// can't be told by names.
  private func namesOfReadable(
    _ type: DocumentType
  ) throws(CollaborationError) -> Set<DocumentName>? {
    // A note may be read by whom it concerns that it is about, which its own words do not tell.
    guard type != .note, principal.role != .steward, let me = principal.memberID else {
      return nil
    }
    let own = [me] + principal.reachedSiteIDs
    let names = Set((own + (try projects(mentioning: own).map(\.id))).map(DocumentName.mentions))
    // What says nothing of who may see it may be for everybody.
    return names.union(namesOfSurelyReadable(type)).union([.has("", at: "visibility")])
  }

  /// Names of which one is enough for this person to be allowed to read a document of a type.
  private func namesOfSurelyReadable(_ type: DocumentType) -> Set<DocumentName> {
    if type == .note { return [] }
    var readable: [Visibility] = [.network, .public]
    if principal.role == .steward { readable.append(.team) }
    return Set(readable.map { .has($0.rawValue, at: "visibility") })
  }

  /// What `FIELD=VALUE` lets through: an equal value, or a list that holds it. Texts are equal
  /// whatever their case; no value lets through what has none.
  private func filter(
    _ condition: ListRequest.Condition, _ type: DocumentType
  ) throws(CollaborationError) -> Filter {
    let field = try field(condition.field, of: type)
    let path = field.path
    if condition.value.allSatisfy(\.isWhitespace) {
      return .matches { visible($0)[path]?.isBlank ?? true }
    }
    switch field.kind {
    case .records:
      let part = condition.value
      return .contains(path, part)
    case .list(let element):
      let one = Field(path, element, field.label, field.help)
      guard let value = try read(condition.value, as: one) else { return .all }
      return equality(path, value, isList: true)
    case .text, .longText, .code, .login:
      return equality(path, .string(condition.value), isList: false)
    default:
      guard let value = try read(condition.value, as: field) else { return .all }
      return equality(path, value, isList: false)
    }
  }

  private func equality(_ path: JSONPath, _ value: JSON, isList: Bool) -> Filter {
    .matches { document in
      guard let found = visible(document)[path] else { return false }
      return isList
        ? found.elements.contains { $0.means(value) } : found.means(value)
    }
  }
}

extension JSON {
  /// Whether two values are the same to a person: numbers by value, texts whatever their case.
  fileprivate func means(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left.double == right.double
    case (.string(let left), .string(let right)): left.lowercased() == right.lowercased()
    default: self == other
    }
  }
}
