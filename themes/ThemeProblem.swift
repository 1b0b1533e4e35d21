import JSONTree

/// What is wrong with a theme.
public enum ThemeProblem: Hashable, Sendable {
  /// What should stand at a place.
  public enum Kind: Hashable, Sendable { case object, text, boolean, rgb, x256, ansi }

  case unreadable(JSONError)
  case missingName
  case wrongKind(at: String, wanted: Kind)
  case unknownKey(String, at: String, known: [String])
  case unknownColour(String, role: String, known: [String])
  case unknownTheme(String, known: [String])
  case inheritsItself([String])
}

/// Everything that is wrong with one theme; never empty.
public struct ThemeProblems: Error, Hashable, Sendable {
  public var problems: [ThemeProblem]

  init(_ problems: [ThemeProblem]) { self.problems = problems }
}
