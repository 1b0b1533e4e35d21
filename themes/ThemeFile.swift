import Cells
import JSONTree

/// A theme as it is written: a palette, and roles that name its colours.
///
/// It may inherit another; colours are looked up after everything was inherited, so that a theme that
/// changes nothing but the palette is a whole theme.
public struct ThemeFile: Equatable, Sendable {
  /// How a role is written.
  struct RoleLook: Equatable, Sendable {
    var foreground: String?
    var background: String?
    var attributes: Set<String> = []
  }

  static let attributes = ["bold", "dim", "italic", "underline", "reverse"]
  static let rootKeys = ["name", "inherits", "appearance", "palette", "roles"]
  /// The name that means the terminal's own colour.
  static let ownColour = "default"

  public let name: String
  public let inherits: String?
  public let appearance: Theme.Appearance?
  let palette: [String: ThemeColour]
  let roles: [Role: RoleLook]
}

extension ThemeFile {
  /// Reads a theme; everything that is wrong with it is told at once.
  ///
  /// - Throws: `ThemeProblems`.
  public static func parse(_ text: String) throws(ThemeProblems) -> ThemeFile {
    let tree: JSON
    do {
      tree = try JSON.parse(text)
    } catch {
      throw ThemeProblems([.unreadable(error)])
    }
    return try parse(tree)
  }

  /// Reads a theme from a tree.
  ///
  /// - Throws: `ThemeProblems`.
  public static func parse(_ tree: JSON) throws(ThemeProblems) -> ThemeFile {
    var reader = ThemeReader()
    let file = reader.read(tree)
    guard let file, reader.problems.isEmpty else { throw ThemeProblems(reader.problems) }
    return file
  }
}
