import DocumentStore
import Improvement
import JSONTree

/// Which site each name in a table means.
struct ImportSites {
  struct Site {
    var id: DocumentID
    var code: String
    var name: String
    var isNew: Bool
  }

  private let request: ImportRequest
  private let collaboration: Collaboration
  private var known: [String: Site] = [:]
  /// By the name in the table; nil for one that is a problem already told.
  private var found: [String: Site?] = [:]
  private var codes: Set<String> = []

  var all: [Site] { found.values.compactMap(\.self).uniqued }

  init(_ request: ImportRequest, _ collaboration: Collaboration) throws(CollaborationError) {
    self.request = request
    self.collaboration = collaboration
    for document in try collaboration.documents(.site) {
      let code = document.tree["code"]?.string ?? ""
      let name = document.tree["name"]?.string ?? ""
      let site = Site(id: document.id, code: code, name: name, isNew: false)
      codes.insert(code.lowercased())
      known[document.id] = site
      if known[name.lowercased()] == nil { known[name.lowercased()] = site }
    }
    // A code wins over another site's name.
    for site in known.values { known[site.code.lowercased()] = site }
  }

  /// The site a name means; nil where that is a problem which was told for an earlier row.
  mutating func site(named text: String, row: Int) throws(ImportProblem) -> Site? {
    if let site = found[text] { return site }
    let column = request.columns.site
    guard !text.isEmpty else { throw ImportProblem(row: row, column: column, reason: .noSite) }
    let wanted = request.siteCodes[text] ?? text
    if let site = known[wanted.lowercased()] {
      found[text] = .some(site)
      let tree: JSON = ["site": .string(site.id), "type": "series"]
      let standing = collaboration.standing(of: tree, type: .series)
      if let denial = collaboration.principal.reasonNotToWrite(standing, isNew: true) {
        found[text] = .some(nil)
        throw ImportProblem(row: row, column: column, reason: .notPermitted(denial))
      }
      return site
    }
    guard request.makesSites else {
      found[text] = .some(nil)
      let names = known.values.map(\.code)
      throw ImportProblem(
        row: row, column: column,
        reason: .unknownSite(
          wanted, suggestions: Similarity.closest(to: wanted, in: Set(names).sorted())))
    }
    let site = Site(
      id: ULID().text, code: freeCode(for: wanted), name: FieldText.normalised(wanted),
      isNew: true)
    codes.insert(site.code.lowercased())
    known[wanted.lowercased()] = site
    found[text] = .some(site)
    return site
  }

  /// The name itself where it may be a code, else what is left of it.
  private func freeCode(for name: String) -> String {
    var base = name
    if !IdentifierShape.isCode(name) {
      let ascii = Slug.of(name).filter { $0.isASCII }
      base = String(ascii.prefix(20))
      if base.isEmpty { base = "site" }
    }
    guard codes.contains(base.lowercased()) else { return base }
    var number = 2
    while codes.contains("\(base.prefix(18))-\(number)".lowercased()) { number += 1 }
    return "\(base.prefix(18))-\(number)"
  }

  func document(for site: Site, _ collaboration: Collaboration) -> JSON {
    var tree = collaboration.newDocument(.site, id: site.id)
    tree["name"] = .string(site.name)
    tree["code"] = .string(site.code)
    tree["kind"] = .string(SiteKind.other.rawValue)
    return tree
  }
}

extension Sequence<ImportSites.Site> {
  /// Each site once, though several names may mean it.
  fileprivate var uniqued: [ImportSites.Site] {
    var seen: Set<DocumentID> = []
    return filter { seen.insert($0.id).inserted }
  }
}
