/// A piece of text with one meaning.
public struct Span: Hashable, Sendable {
  public var text: String
  public var role: Role
  public var underlined: Bool

  public init(_ text: String, _ role: Role = .text, underlined: Bool = false) {
    self.text = text
    self.role = role
    self.underlined = underlined
  }
}

/// One line of text whose parts may have different meanings.
public struct StyledLine: Hashable, Sendable, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral
{
  public var spans: [Span]

  public init(_ spans: [Span]) { self.spans = spans }
  public init(_ text: String, _ role: Role = .text) { spans = [Span(text, role)] }
  public init(stringLiteral value: String) { self.init(value) }
  public init(arrayLiteral elements: Span...) { self.init(elements) }

  /// The line without its meanings.
  public var text: String { spans.reduce(into: "") { $0 += $1.text } }

  public var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }

  public func columns(glyphs: Glyphs = .unicode) -> Int {
    spans.reduce(0) { $0 + TextWidth.of($1.text, glyphs: glyphs) }
  }

  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.spans + right.spans)
  }

  public static func += (left: inout StyledLine, right: StyledLine) { left.spans += right.spans }

  /// The end of the line, as much of it as fits.
  public func ending(columns: Int, glyphs: Glyphs = .unicode) -> StyledLine {
    var excess = self.columns(glyphs: glyphs) - columns
    guard excess > 0 else { return self }
    var line = self
    for index in line.spans.indices where excess > 0 {
      var clusters = DisplayCluster.all(in: line.spans[index].text, glyphs: glyphs)[...]
      while excess > 0, let first = clusters.popFirst() { excess -= first.columns }
      line.spans[index].text = clusters.map(\.text).joined()
    }
    return line
  }
}
