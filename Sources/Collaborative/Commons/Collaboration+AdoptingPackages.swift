import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Lets a site take a package on, in whole or in part, in one step: a try-out of the package and
  /// one of each element that is taken, which names the package.
  ///
  /// Each element has a stage of its own, because sites rarely do all at once. What the site tries
  /// already is left as it is.
  ///
  /// - Parameter elements: the elements taken; none means all.
  public func takeOn(
    package id: DocumentID, elements: [DocumentID] = [], at site: DocumentID,
    project: DocumentID? = nil
  ) throws(CollaborationError) -> Outcome {
    var triesLeft = 5
    while true {
      do throws(CollaborationError) {
        return try takingOn(id, elements, site, project)
      } catch {
        triesLeft -= 1
        guard triesLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  private func takingOn(
    _ id: DocumentID, _ elements: [DocumentID], _ site: DocumentID, _ project: DocumentID?
  ) throws(CollaborationError) -> Outcome {
    let package = Resource(try document(id).tree)
    var seen: Set<DocumentID> = []
    let items = package.items.filter { seen.insert($0).inserted }
    guard !items.isEmpty else { throw .contribution(.noPackage(title: package.title)) }
    if let other = elements.first(where: { !items.contains($0) }) {
      throw .contribution(.notInPackage(name(of: other), package: package.title))
    }
    let taken = elements.isEmpty ? items : items.filter(elements.contains)
    let tried = Set(
      try documents(.adoption, mentioning: taken + [id]).map { Adoption($0.tree) }
        .filter { $0.site == site && $0.stage != .abandoned }.map(\.resource))
    var changes: [PreparedChange] = []
    for element in [id] + taken where !tried.contains(element) {
      guard case .known(.resource, _) = naming(of: element) else { continue }
      var tree = try begun(.adoption)
      tree["resource"] = .string(element)
      tree["version"] = JSON(Resource(try document(element).tree).version)
      tree["site"] = .string(site)
      tree["project"] = project.map(JSON.string)
      if element == id {
        if taken.count < items.count {
          tree["whatWasAdapted"] = .string("In part: \(taken.count) of \(items.count) elements.")
        }
      } else {
        tree["package"] = .string(id)
      }
      guard case .change(let change) = try prepareAdding(tree, .adoption) else { continue }
      changes.append(change)
    }
    let place = name(of: site)
    guard !changes.isEmpty else {
      throw .contribution(.alreadyTakenOn(package.title, site: place))
    }
    let count = changes.count { $0.tree["resource"]?.string != id }
    let part =
      taken.count == items.count ? "all of" : "\(taken.count) of \(items.count) elements of"
    let words =
      "\(place) considers \(part) “\(package.title)”"
      + (count < taken.count ? "; \(taken.count - count) it tries already" : "")
    let outcomes = try carryOut(changes, note: words)
    return Outcome(
      id: outcomes[0].id, revision: outcomes[0].revision, words: words,
      others: Array(outcomes.dropFirst()))
  }

  /// The elements of a package that were meant by a typed text: their numbers, counted from 1, or
  /// their names; nothing means all.
  public func elements(
    meant text: String, of package: Resource
  ) throws(CollaborationError) -> [DocumentID] {
    let words = text.split { $0 == "," || $0.isNewline }.map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
    return try words.map { (word) throws(CollaborationError) in
      if let number = Int(word) {
        guard package.items.indices.contains(number - 1) else {
          throw .contribution(.noSuchElement(word, count: package.items.count))
        }
        return package.items[number - 1]
      }
      if package.items.contains(word) { return word }
      switch Slug.match(word, in: package.items.map { (id: $0, name: name(of: $0)) }) {
      case .one(let id): return id
      case .none, .many: throw .contribution(.noSuchElement(word, count: package.items.count))
      }
    }
  }
}
