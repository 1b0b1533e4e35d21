/// How a role looks: colours, where there are any, and attributes that need none.
public struct Style: Hashable, Sendable {
  /// Nil leaves the terminal's own colour.
  public var foreground: ThemeColour?
  public var background: ThemeColour?
  public var bold: Bool
  public var dim: Bool
  public var italic: Bool
  public var underline: Bool
  public var reverse: Bool

  public init(
    foreground: ThemeColour? = nil, background: ThemeColour? = nil, bold: Bool = false,
    dim: Bool = false, italic: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.italic = italic
    self.underline = underline
    self.reverse = reverse
  }

  public static let plain = Style()
}

/// How every role looks: a theme, resolved.
public struct StyleTable: Hashable, Sendable {
  private var styles: [Style]

  /// Asks once for each role; a role is never without a style.
  public init(_ style: (Role) -> Style) { styles = Role.allCases.map(style) }

  public subscript(role: Role) -> Style { styles[role.index] }
}

extension Role {
  /// The role's place in `allCases`. Complexity: O(1).
  public var index: Int { Self.indices[self] ?? 0 }

  private static let indices = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
