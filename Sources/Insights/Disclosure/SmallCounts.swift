/// Which counts are too small to be shown to everybody.
///
/// A few events tell who they happened to, and a few *non*-events tell the same of everybody else: of
/// 40 patients with 39 infections, one knows about all but one. Nothing at all is shown: it tells of
/// nobody in particular that something happened.
public struct SmallCounts: Hashable, Sendable {
  /// Counts from 1 to one less than this are small.
  public let threshold: Int

  /// - Parameter threshold: 1 or less hides nothing. Of 2 only the one would be hidden, and so told by
  ///   its being hidden; 3 is used in its place.
  public init(threshold: Int) {
    self.threshold = threshold == 2 ? 3 : max(1, threshold)
  }

  public func isSmall(_ count: Count) -> Bool {
    isSmall(count.events) || count.cases.map { isSmall($0 - count.events) } ?? false
  }

  private func isSmall(_ number: Int) -> Bool { (1..<max(1, threshold)).contains(number) }
}
