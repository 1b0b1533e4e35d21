/// A step of one cycle that is asked for in a form of its own.
public struct CycleSubject: Hashable, Sendable {
  public var form: CycleForm
  /// The cycle it is about; of a copy and of a next cycle, the one that they come from.
  public var id: String

  public init(_ form: CycleForm, of id: String) {
    self.form = form
    self.id = id
  }
}

/// What is asked for.
public enum CycleForm: String, Hashable, Sendable, CaseIterable {
  /// Something that was seen while the test ran.
  case observation
  case harm
  /// Each prediction with what came of it.
  case scores
  case decision
  /// The cycle that carries on where this one ends.
  case next
  /// A copy for one's own project.
  case clone
  /// What an abandoned cycle taught, for the commons.
  case lesson
  /// What a cycle taught, worked or not, for the commons.
  case share
}
