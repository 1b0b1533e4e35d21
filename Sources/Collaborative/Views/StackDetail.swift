import DocumentStore
import Improvement
import Insights

/// What a stack of charts is about.
public enum StackSubject: Hashable, Sendable {
  /// A project's measures, at one of its sites.
  case project(DocumentID, site: DocumentID?)
  /// The measures that go with one series: those of the project that follows it there.
  case series(DocumentID)
}

/// A project's outcome, process and balancing measures at one site, on one time axis.
public struct StackDetail: Sendable {
  public struct Entry: Sendable {
    public var measure: Measure
    /// Nothing where nobody has entered a number yet.
    public var tile: MeasureTile?
  }

  public var title: String
  public var projectID: DocumentID?
  public var siteID: DocumentID?
  public var siteName: String
  /// In the order outcome, process, balancing, structure.
  public var entries: [Entry]
  public var time: SharedTimeline
  /// All sites of the project, one's own first.
  public var siteIDs: [DocumentID]
  /// The words where there is nothing to draw: why, and what to do next.
  public var emptyWords: String?
}
