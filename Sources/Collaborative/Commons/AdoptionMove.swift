import Improvement

/// A stage that a try-out has come to by a cycle's progress, to be asked about before it is noted.
public struct AdoptionMove: Hashable, Sendable {
  public var adoption: String
  public var resourceTitle: String
  public var siteName: String
  public var from: AdoptionStage
  public var to: AdoptionStage
  /// What the cycle said of it, to begin with: why it was stopped, what was changed.
  public var reason: String?
  /// Whether the cycle that led to it was with one patient.
  public var isFromOnePatient = false

  /// "Riverside's try-out of “Warm blanket”: from trying it to in use?"
  public var question: String {
    let question =
      "\(siteName)’s try-out of “\(resourceTitle)”: from “\(from.label.lowercasedFirst)” to "
      + "“\(to.label.lowercasedFirst)”?"
    return isFromOnePatient && to.isInUse ? "\(question) The test was with one patient." : question
  }

  /// Whether it takes words and not only a yes.
  public var asksForWords: Bool { to == .abandoned || to == .adapted }
}

/// A resource that a team said it would try, and where.
public struct Invitation: Hashable, Sendable {
  public var resource: String
  public var project: String?
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
