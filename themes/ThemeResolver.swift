import Cells

/// Makes a theme of what was written and what that inherits.
struct ThemeResolver {
  /// The wanted theme first, then what it inherits, one after the other.
  let files: [ThemeFile]

  func theme(named name: String) throws(ThemeProblems) -> Theme {
    var palette: [String: ThemeColour] = [:]
    var roles: [Role: ThemeFile.RoleLook] = [:]
    for file in files.reversed() {
      palette.merge(file.palette) { $1 }
      roles.merge(file.roles) { $1 }
    }
    var problems: [ThemeProblem] = []
    func colour(_ word: String?, role: Role) -> ThemeColour? {
      guard let word, word != ThemeFile.ownColour else { return nil }
      if let colour = palette[word] { return colour.isOwn ? nil : colour }
      problems.append(
        .unknownColour(word, role: role.rawValue, known: palette.keys.sorted()))
      return nil
    }
    let text = roles[.text] ?? ThemeFile.RoleLook()
    let styles = StyleTable { role in
      let look = roles[role] ?? text
      return Style(
        foreground: colour(look.foreground ?? text.foreground, role: role),
        background: colour(look.background ?? text.background, role: role),
        bold: look.attributes.contains("bold"), dim: look.attributes.contains("dim"),
        italic: look.attributes.contains("italic"),
        underline: look.attributes.contains("underline"),
        reverse: look.attributes.contains("reverse"))
    }
    guard problems.isEmpty else { throw ThemeProblems(problems) }
    return Theme(
      name: name, appearance: files.compactMap(\.appearance).first ?? .terminal, styles: styles)
  }
}

extension ThemeColour {
  /// A palette entry that says nothing stands for the terminal's own colour.
  var isOwn: Bool { rgb == nil && x256 == nil && ansi == nil }
}
