extension ContributionProblem {
  /// What went wrong, where, and what to do now, in one line.
  var words: String {
    switch self {
    case .noPackage(let title):
      "“\(title)” is no package: it is made of nothing else; try it as it is, or name its items"
    case .notInPackage(let title, let package):
      "“\(title)” is no element of “\(package)”; huddle show lists its items"
    case .noSuchElement(let text, let count):
      "the package has no element “\(text)”; name one, or a number from 1 to \(count)"
    case .alreadyTakenOn(let title, let site):
      "\(site) tries that much of “\(title)” already; nothing was added"
    case .notShared(let title):
      "“\(title)” is not shared with the network, so it leaves in no bundle; set its visibility to "
        + "network first"
    case .bundle(let problem): "\(problem)"
    case .conflicts(let titles):
      "nothing was imported: \(titles.count == 1 ? "one says" : "\(titles.count) say") something else "
        + "here (\(titles.prefix(3).joined(separator: ", "))\(titles.count > 3 ? ", …" : "")); "
        + "--theirs takes what the file says, --ours keeps what is here"
    }
  }
}

extension BundleProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notABundle:
      "this is no bundle of resources; huddle commons export writes one"
    case .newerFormat(let found, let known):
      "the bundle has format \(found), and this huddle reads up to \(known); use a newer huddle"
    case .empty: "the bundle holds no resource; nothing was imported"
    case .notAnObject(let place): "document \(place) of the bundle is no JSON object; correct it"
    case .unknownType(let place, let type):
      "document \(place) of the bundle is of the type “\(type)”; a bundle holds resources only, "
        + "so take it out"
    case .newerSchema(let place, let title, let found, let known):
      "document \(place), “\(title)”, has schema \(found), and this huddle knows up to \(known); "
        + "use a newer huddle"
    case .twice(let place, let id):
      "document \(place) has the id \(id), which another one of the bundle has too; keep one"
    case .invalid(let place, let title, let words):
      "document \(place), “\(title)”, cannot be taken: \(words)"
    case .circle(let place, let title, let field):
      "document \(place), “\(title)”, leads back to itself by \(field); take one link of it away"
    case .idOfAnother(let place, let title, let type):
      "document \(place), “\(title)”, has the id of a \(type) here; leave its id out"
    }
  }
}
