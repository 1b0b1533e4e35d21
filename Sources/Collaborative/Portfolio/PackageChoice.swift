import DocumentStore
import Improvement

/// A package that a portfolio can be looked at by: its elements side by side, the sites below.
public struct PackageChoice: Hashable, Sendable {
  public var id: String
  public var title: String
  public var elements: Int
  /// How many sites have to do with it or with one of its elements.
  public var sites: Int
}

extension Collaboration {
  /// The packages that are made of something, those that most sites took first.
  public func packageChoices() throws(CollaborationError) -> [PackageChoice] {
    let packages = try documents(.resource).map { Resource($0.tree) }
      .filter { $0.kind == .changePackage && !$0.items.isEmpty }
    var found: [PackageChoice] = []
    for package in packages {
      let matrix = try bundleMatrix(of: package)
      found.append(
        PackageChoice(
          id: package.id, title: package.title, elements: matrix.elements.count,
          sites: matrix.rows.count))
    }
    return found.sorted { ($1.sites, $0.title, $0.id) < ($0.sites, $1.title, $1.id) }
  }
}
