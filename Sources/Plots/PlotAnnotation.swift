/// Something that happened beside the numbers, marked below the chart at one of its points.
public struct PlotAnnotation: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A small mark for a test, with its size: "5", "1 patient"; empty where nobody noted it.
    case tick(String)
    /// A line through the chart with a name: a change that was implemented.
    case line(String)
    /// A mark for what somebody noted beside a number; its words stand in the caption.
    case note(String)
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
    case .note: ""
    }
  }

  /// What happened, for those who read it without the drawing: "test of 5".
  var words: String {
    switch kind {
    case .tick(let size): "test of \(size.isEmpty ? "a change" : size)"
    case .line(let name): name
    case .note(let text): "note: \(text)"
    }
  }

  var isLine: Bool {
    if case .line = kind { true } else { false }
  }

  var isTick: Bool {
    if case .tick = kind { true } else { false }
  }

  /// What was noted; nil for everything else.
  var note: String? {
    if case .note(let text) = kind { text } else { nil }
  }
}
