/// What a browser makes of an HTML text: its tags in order, and the texts between them.
///
/// Strict: whatever a lenient reader would have to guess at is a problem.
struct HTMLScan {
  struct Tag: Hashable {
    var name: String
    var attributes: [String: String]
  }

  var tags: [Tag] = []
  var texts: [String] = []
  var problems: [String] = []

  private static let void: Set<String> = ["meta", "br", "wbr"]

  init(_ html: String) {
    var open: [String] = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      let text = String(rest[..<start])
      if text.contains(">"), open.last != "style" { problems.append("a bare > in: \(text)") }
      if !text.allSatisfy(\.isWhitespace) { texts.append(text) }
      guard let end = Self.end(of: rest[start...]) else {
        problems.append("a tag without an end: \(rest[start...].prefix(60))")
        return
      }
      let inside = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("!DOCTYPE") { continue }
      if inside.hasPrefix("/") {
        let name = String(inside.dropFirst())
        if open.popLast() != name { problems.append("</\(name)> closes something else") }
        continue
      }
      let tag = tag(inside)
      tags.append(tag)
      if !Self.void.contains(tag.name), !inside.hasSuffix("/") { open.append(tag.name) }
    }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  /// The end of a tag, which no quoted attribute holds.
  private static func end(of text: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private mutating func tag(_ text: Substring) -> Tag {
    let name = String(text.prefix { !$0.isWhitespace && $0 != "/" })
    var attributes: [String: String] = [:]
    var rest = text.dropFirst(name.count).drop { $0.isWhitespace }
    while !rest.isEmpty, rest != "/" {
      let key = String(rest.prefix { $0 != "=" })
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        problems.append("an attribute without quotes in <\(text)>")
        break
      }
      rest = rest.dropFirst(2)
      let value = String(rest.prefix { $0 != "\"" })
      rest = rest.dropFirst(value.count + 1).drop { $0.isWhitespace }
      if attributes[key] != nil { problems.append("\(key) twice in <\(text)>") }
      attributes[key] = value
    }
    return Tag(name: name, attributes: attributes)
  }
}
