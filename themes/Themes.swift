import Cells

/// The themes there are: those that come with huddle, and those a person wrote.
public enum Themes {
  /// The names of the shipped themes, the one that needs nothing of a terminal first.
  public static let shipped = ["default", "dark", "light", "mono"]

  /// The text of a shipped theme.
  public static func shippedText(_ name: String) -> String? {
    switch name {
    case "default": String(decoding: PackageResources.default_json, as: UTF8.self)
    case "dark": String(decoding: PackageResources.dark_json, as: UTF8.self)
    case "light": String(decoding: PackageResources.light_json, as: UTF8.self)
    case "mono": String(decoding: PackageResources.mono_json, as: UTF8.self)
    default: nil
    }
  }

  /// Finds, reads and resolves a theme.
  ///
  /// A person's own theme wins over a shipped one of that name, and may inherit the shipped one it
  /// replaces. `own` gives its text by name, nil where there is none; reading files is the caller's.
  ///
  /// - Throws: `ThemeProblems`; the caller tells them and keeps what it had.
  public static func load(
    _ name: String, own: (String) -> String? = { _ in nil }
  ) throws(ThemeProblems) -> Theme {
    var files: [ThemeFile] = []
    var ownNames: [String] = []
    var wanted: String? = name
    // Once a shipped theme is reached only shipped ones follow, so circles are of own themes alone.
    var mayBeOwn = true
    while let next = wanted {
      let ownText = mayBeOwn && !ownNames.contains(next) ? own(next) : nil
      guard let text = ownText ?? shippedText(next) else {
        throw ThemeProblems([
          ownNames.contains(next)
            ? .inheritsItself(ownNames + [next]) : .unknownTheme(next, known: shipped)
        ])
      }
      if ownText == nil { mayBeOwn = false } else { ownNames.append(next) }
      let file = try ThemeFile.parse(text)
      files.append(file)
      wanted = file.inherits
    }
    return try ThemeResolver(files: files).theme(named: name)
  }

  /// As `load`, but always with a theme: the default one where the wanted one is broken.
  public static func loadOrDefault(
    _ name: String, own: (String) -> String? = { _ in nil }
  ) -> (theme: Theme, problems: ThemeProblems?) {
    do {
      return (try load(name, own: own), nil)
    } catch {
      let fallback = try? load("default")
      return (
        fallback
          ?? Theme(name: "default", appearance: .terminal, styles: StyleTable { _ in .plain }),
        error
      )
    }
  }
}
