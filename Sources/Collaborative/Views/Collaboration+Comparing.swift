import DocumentStore
import Improvement
import Insights

/// The sites compared on one measure, with each site's own chart.
public struct ComparisonDetail: Sendable {
  public var comparison: SiteComparison
  /// In the order of the sites' names.
  public var tiles: [MeasureTile]
}

extension Collaboration {
  /// The charts of one measure at every site that may be read, in the order of the sites' names.
  public func tiles(of measure: DocumentID) throws(CollaborationError) -> [MeasureTile] {
    _ = try document(measure)
    return try tiles(following: measure)
      .sorted { ($0.site, $0.measure, $0.seriesID) < ($1.site, $1.measure, $1.seriesID) }
  }

  /// The sites compared on one measure over one span of time.
  ///
  /// - Parameter span: nil for the twelve months up to the newest that most have numbers for.
  /// - Complexity: O(series × points).
  public func comparison(
    of measure: DocumentID, over span: TimeSpan? = nil
  ) throws(CollaborationError) -> SiteComparison {
    try comparisonDetail(of: measure, over: span).comparison
  }

  /// The comparison with every site's own chart beside it.
  ///
  /// - Complexity: O(series × points).
  public func comparisonDetail(
    of measure: DocumentID, over span: TimeSpan? = nil
  ) throws(CollaborationError) -> ComparisonDetail {
    let document = try document(measure)
    let tiles = try tiles(of: measure)
    return ComparisonDetail(
      comparison: SiteComparison(
        of: Measure(document.tree), tiles.map(\.chart), over: span), tiles: tiles)
  }
}
