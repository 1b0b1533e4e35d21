/// Names as a person types them: `Wound infections` is `wound-infections` on a command line.
enum Slug {
  /// Lower case, with a hyphen between what is not a letter or a digit.
  static func of(_ text: some StringProtocol) -> String {
    var slug = ""
    var isPending = false
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        if isPending, !slug.isEmpty { slug.append("-") }
        isPending = false
        slug.append(character)
      } else {
        isPending = true
      }
    }
    return slug
  }

  /// The one of some names that a text means: the same slug, else the only one that begins with it,
  /// else the only one that contains it.
  static func match<ID>(_ text: String, in names: [(id: ID, name: String)]) -> Match<ID> {
    let wanted = of(text)
    guard !wanted.isEmpty else { return .none }
    let slugs = names.map { (id: $0.id, slug: of($0.name)) }
    let tests: [(String) -> Bool] = [
      { $0 == wanted }, { $0.hasPrefix(wanted) }, { $0.contains(wanted) },
    ]
    for test in tests {
      let found = slugs.filter { test($0.slug) }
      if found.count == 1 { return .one(found[0].id) }
      if found.count > 1 { return .many(found.map(\.id)) }
    }
    return .none
  }

  enum Match<ID> {
    case none
    case one(ID)
    case many([ID])
  }
}
