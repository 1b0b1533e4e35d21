/// Something that happened beside the numbers, marked below the chart at one of its points.
public struct PlotAnnotation: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A small mark with a few words: a test and its size.
    case tick(String)
    /// A line through the chart with a name: a change that was implemented.
    case line(String)
  }

  /// The index of the point it belongs to.
  public var position: Int
  public var kind: Kind

  public init(position: Int, kind: Kind) {
    self.position = position
    self.kind = kind
  }

  var text: String {
    switch kind {
    case .tick(let text), .line(let text): text
    }
  }

  var isLine: Bool {
    if case .line = kind { true } else { false }
  }
}
