/// What a document of the network is about.
///
/// The raw value is the word that stands in a document's `type` and on the command line.
public enum DocumentType: String, CaseIterable, Hashable, Sendable {
  case network, site, member, project, measure, series, cycle, resource, adoption, need, offer
  case note, hypothesis, event
}

extension DocumentType {
  /// The types that are files of their own. Events are lines of the journal: they are written by
  /// every change and by nobody's hand.
  public static let authored: [DocumentType] = allCases.filter { $0 != .event }

  /// The folder, and the word for many.
  public var collection: String {
    switch self {
    case .series: "series"
    case .hypothesis: "hypotheses"
    default: rawValue + "s"
    }
  }

  /// The word for one on screen.
  public var label: String {
    switch self {
    case .cycle: "PDSA cycle"
    case .series: "data series"
    case .adoption: "try-out"
    default: rawValue
    }
  }

  /// The word for many on screen.
  public var pluralLabel: String {
    switch self {
    case .cycle: "PDSA cycles"
    case .series: "data series"
    case .adoption: "try-outs"
    default: collection
    }
  }
}
