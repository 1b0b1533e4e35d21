import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// The id that a text means: an id or a unique beginning of one, a site's code, a member's login,
  /// a measure's name or `PROJECT/MEASURE`, or, where the type is known, a unique title.
  public func resolve(
    _ text: String, type: DocumentType? = nil
  ) throws(CollaborationError) -> DocumentID {
    if let id = try knownID(text, type) { return id }
    let types = type.map { [$0] } ?? [.site, .member, .measure]
    for candidate in types {
      if let id = try named(text, candidate, isOnlyExact: type == nil) { return id }
    }
    do throws(StoreError) {
      return try store.resolve(prefix: text.lowercased(), type: type?.rawValue)
    } catch {
      switch error {
      case .noSuchDocument:
        throw try .noSuchDocument(
          text: text, type: type, suggestions: suggestions(for: text, types))
      case .ambiguous(_, let ids):
        throw .ambiguous(
          text: text, candidates: ids.map { key(of: $0) ?? "\($0) (\(name(of: $0)))" })
      default: throw .store(error)
      }
    }
  }

  private func knownID(
    _ text: String, _ type: DocumentType?
  ) throws(CollaborationError) -> DocumentID? {
    guard text.utf8.count >= 26, ULID(String(text.prefix(26))) != nil,
      let document = try? store.document(text.lowercased()),
      type == nil || document.type == type?.rawValue
    else { return nil }
    return document.id
  }

  /// The document of a type with this name; nil where there is none.
  private func named(
    _ text: String, _ type: DocumentType, isOnlyExact: Bool
  ) throws(CollaborationError) -> DocumentID? {
    let all = try documents(type)
    if type == .measure, let id = try measureOfProject(text, all) { return id }
    if type == .series, let id = try seriesNamed(text) { return id }
    let keyPath: JSONPath? =
      switch type {
      case .site: "code"
      case .member: "login"
      default: nil
      }
    if let keyPath {
      let key = text.lowercased()
      if let found = all.first(where: { $0.tree[keyPath]?.string?.lowercased() == key }) {
        return found.id
      }
    }
    let names = all.map { (id: $0.id, name: title(of: $0)) }
    if isOnlyExact {
      let wanted = Slug.of(text)
      let found = names.filter { Slug.of($0.name) == wanted }
      return found.count == 1 ? found[0].id : nil
    }
    switch Slug.match(text, in: names) {
    case .none: return nil
    case .one(let id): return id
    case .many(let ids):
      if (try? store.resolve(prefix: text.lowercased(), type: type.rawValue)) != nil { return nil }
      throw .ambiguous(
        text: text, candidates: ids.map { key(of: $0) ?? "\(name(of: $0)) (\($0))" })
    }
  }

  /// What a site or a member is typed by, its code or login; nil for what has neither.
  private func key(of id: DocumentID) -> String? {
    guard let found = try? document(id) else { return nil }
    return switch DocumentType(rawValue: found.type) {
    case .site: found.tree["code"]?.string
    case .member: found.tree["login"]?.string
    default: nil
    }
  }

  /// `PROJECT/MEASURE`: a measure among those of a project.
  private func measureOfProject(
    _ text: String, _ measures: [StoredDocument]
  ) throws(CollaborationError) -> DocumentID? {
    guard let slash = text.firstIndex(of: "/"), slash > text.startIndex else { return nil }
    let projectID = try resolve(String(text[..<slash]), type: .project)
    let project = try document(projectID)
    let followed = project.tree["measures"]?.strings ?? []
    let own = measures.filter {
      $0.tree["project"]?.string == projectID || followed.contains($0.id)
    }
    let wanted = String(text[text.index(after: slash)...])
    switch Slug.match(wanted, in: own.map { (id: $0.id, name: title(of: $0)) }) {
    case .one(let id): return id
    case .many(let ids):
      throw .ambiguous(
        text: text, candidates: ids.map { key(of: $0) ?? "\(name(of: $0)) (\($0))" })
    case .none:
      throw .noSuchDocument(
        text: text, type: .measure, suggestions: own.map(title).prefix(5).map(\.self))
    }
  }

  /// `SITE.MEASURE` with a site's code and a measure's name.
  private func seriesNamed(_ text: String) throws(CollaborationError) -> DocumentID? {
    guard let dot = text.firstIndex(of: "."),
      let site = try? resolve(String(text[..<dot]), type: .site),
      let measure = try? resolve(String(text[text.index(after: dot)...]), type: .measure)
    else { return nil }
    let id = Series.id(site: site, measure: measure)
    return (try? store.document(id)) == nil ? nil : id
  }

  private func suggestions(
    for text: String, _ types: [DocumentType]
  ) throws(CollaborationError) -> [String] {
    var names: [String] = []
    for type in types {
      for document in try documents(type) {
        switch type {
        case .site: names.append(document.tree["code"]?.string ?? "")
        case .member: names.append(document.tree["login"]?.string ?? "")
        default: names.append(Slug.of(title(of: document)))
        }
      }
    }
    return Similarity.closest(to: text, in: names.filter { !$0.isEmpty })
  }
}
