import Cells

/// A theme, resolved: how every role looks.
public struct Theme: Hashable, Sendable {
  /// What kind of background a theme is made for.
  public enum Appearance: String, CaseIterable, Hashable, Sendable {
    /// The terminal's own colours, whatever they are.
    case terminal
    case dark
    case light
  }

  public var name: String
  public var appearance: Appearance
  public var styles: StyleTable

  public init(name: String, appearance: Appearance, styles: StyleTable) {
    self.name = name
    self.appearance = appearance
    self.styles = styles
  }
}
