/// Why something was not brought into the commons, or not taken from it.
public enum ContributionProblem: Hashable, Sendable {
  case noPackage(title: String)
  case notInPackage(String, package: String)
  case noSuchElement(String, count: Int)
  case alreadyTakenOn(String, site: String)
  /// It is its author's or its team's only, so it leaves the store in no bundle.
  case notShared(title: String)
  /// A bundle that cannot be taken as it is.
  case bundle(BundleProblem)
  /// Documents here say something else under the same ids.
  case conflicts([String])
}

/// Why a bundle is none, or none that this program can take.
///
/// A place is the number of a document in the bundle, counted from 1.
public enum BundleProblem: Error, Hashable, Sendable {
  case notABundle
  case newerFormat(found: Int, known: Int)
  case empty
  case notAnObject(place: Int)
  case unknownType(place: Int, type: String)
  case newerSchema(place: Int, title: String, found: Int, known: Int)
  case twice(place: Int, id: String)
  /// What is wrong with its fields, in words.
  case invalid(place: Int, title: String, String)
  /// What it was made from, holds or replaces leads back to itself.
  case circle(place: Int, title: String, field: String)
  case idOfAnother(place: Int, title: String, type: String)
}
