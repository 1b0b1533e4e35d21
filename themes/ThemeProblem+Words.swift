extension ThemeProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let error): "It is not valid JSON: \(error)."
    case .missingName: "It has no name. Add \"name\": \"…\" at the top."
    case .wrongKind(let place, let kind):
      place.isEmpty ? "It should be \(words(kind))." : "\(place) should be \(words(kind))."
    case .unknownKey(let key, let place, let known):
      place == "appearance"
        ? "appearance “\(key)” is not known. Use one of: \(known.joined(separator: ", "))."
        : "“\(key)” is not known\(place.isEmpty ? "" : " in \(place)").\(suggestion(key, known))"
    case .unknownColour(let colour, let role, let known):
      "roles.\(role) names the colour “\(colour)”, which the palette does not have."
        + suggestion(colour, known)
    case .unknownTheme(let name, let known):
      "There is no theme “\(name)”. Choose one of: \(known.joined(separator: ", "))."
    case .inheritsItself(let names):
      "It inherits itself: \(names.joined(separator: " → ")). Take one \"inherits\" out."
    }
  }

  private func words(_ kind: Kind) -> String {
    switch kind {
    case .object: "an object in braces"
    case .text: "a text in quotes"
    case .boolean: "true or false"
    case .rgb: "a text like \"#7fb4ff\""
    case .x256: "a whole number from 0 to 255"
    case .ansi: "a whole number from 0 to 15"
    }
  }

  /// The known word that begins alike, where there is just such a slip.
  private func suggestion(_ word: String, _ known: [String]) -> String {
    let near = known.filter { Slip.isLikely(word, for: $0) }
    guard let first = near.first else { return "" }
    return " Did you mean “\(first)”?"
  }
}

/// Whether one word may be another, mistyped: one letter more, less, other, or swapped.
enum Slip {
  static func isLikely(_ typed: String, for meant: String) -> Bool {
    let typed = Array(typed.lowercased().utf8)
    let meant = Array(meant.lowercased().utf8)
    if typed == meant { return true }
    guard abs(typed.count - meant.count) <= 1, min(typed.count, meant.count) > 1 else {
      return false
    }
    let start = zip(typed, meant).prefix { $0 == $1 }.count
    let end = zip(typed.dropFirst(start).reversed(), meant.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let left = typed[start..<(typed.count - end)]
    let right = meant[start..<(meant.count - end)]
    return max(left.count, right.count) <= 1
      || left.count == 2 && right.count == 2 && left.elementsEqual(right.reversed())
  }
}

extension ThemeProblems: CustomStringConvertible {
  public var description: String { problems.map(\.description).joined(separator: " ") }
}
