import TestSupport

/// Canonical text as somebody else's program may have written it, made without huddle's own writer:
/// fields that nobody here knows, numbers as JSON allows them, escapes and every alphabet.
indirect enum ForeignText {
  /// What stands as it is: a number, `true`, `false` or `null`.
  case literal(String)
  case string(String)
  case array([ForeignText])
  case object([String: ForeignText])

  /// Lines with two spaces for each level.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .literal(let text): return text
    case .string(let text): return Self.quoted(text)
    case .array(let elements):
      if elements.isEmpty { return "[]" }
      let lines = elements.map { inner + $0.text(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let fields):
      if fields.isEmpty { return "{}" }
      let lines = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\(inner)\(Self.quoted($0.key)): \($0.value.text(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  /// Sets a value at a path, whose numbers are positions in lists of one.
  mutating func set(_ value: ForeignText, at steps: ArraySlice<String>) {
    guard let step = steps.first else {
      self = value
      return
    }
    if step == "0" {
      var element: ForeignText =
        if case .array(let elements) = self, let first = elements.first {
          first
        } else {
          .object([:])
        }
      element.set(value, at: steps.dropFirst())
      self = .array([element])
      return
    }
    var fields: [String: ForeignText] = if case .object(let fields) = self { fields } else { [:] }
    var child = fields[step] ?? .object([:])
    child.set(value, at: steps.dropFirst())
    fields[step] = child
    self = .object(fields)
  }

  /// Puts unknown fields into this object and every object beneath it.
  mutating func addUnknown(_ generator: inout SeededGenerator) {
    switch self {
    case .literal, .string: return
    case .array(let elements):
      self = .array(
        elements.map { element in
          var element = element
          element.addUnknown(&generator)
          return element
        })
    case .object(var fields):
      for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
        var value = value
        value.addUnknown(&generator)
        fields[key] = value
      }
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        fields["x-" + Self.word(&generator)] = .unknown(depth: 0, &generator)
      }
      self = .object(fields)
    }
  }

  private static func unknown(
    depth: Int, _ generator: inout SeededGenerator
  ) -> ForeignText {
    switch Int.random(in: 0...(depth > 3 ? 3 : 5), using: &generator) {
    case 0...1: return .literal(number(&generator))
    case 2: return .string(word(&generator))
    case 3: return .literal(["true", "false", "null"].randomElement(using: &generator) ?? "null")
    case 4:
      return .array(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          .unknown(depth: depth + 1, &generator)
        })
    default:
      var fields: [String: ForeignText] = [:]
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        fields[word(&generator)] = .unknown(depth: depth + 1, &generator)
      }
      return .object(fields)
    }
  }

  /// A number by the grammar of RFC 8259, section 6, as few programs would write it.
  private static func number(_ generator: inout SeededGenerator) -> String {
    func digits(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &generator)).map { _ in
        String(Int.random(in: 0...9, using: &generator))
      }.joined()
    }
    var text = Bool.random(using: &generator) ? "-" : ""
    text +=
      Bool.random(using: &generator)
      ? "0" : String(Int.random(in: 1...9, using: &generator)) + digits(0...30)
    if Bool.random(using: &generator) { text += "." + digits(1...20) }
    if Int.random(in: 0...2, using: &generator) == 0 {
      text += ["e", "E", "e+", "E-"].randomElement(using: &generator) ?? "e"
      text += digits(1...4)
    }
    return text
  }

  private static func word(_ generator: inout SeededGenerator) -> String {
    let pieces =
      ["a", "Z", "0", " ", ".", "/", "é", "e\u{301}", "ß", "語", "😀", "\u{2028}"]
      + escapes.map(\.raw)
    return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  /// Canonical text escapes what it must, the backslash first, and nothing else.
  private static let escapes: [(raw: String, text: String)] = [
    ("\\", #"\\"#), ("\"", #"\""#), ("\n", #"\n"#), ("\t", #"\t"#), ("\0", #"\u0000"#),
    ("\u{1B}", #"\u001b"#), ("\u{7F}", #"\u007f"#), ("\u{9B}", #"\u009b"#),
  ]

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      escapes.first { $0.raw.unicodeScalars.first == scalar }?.text ?? String(scalar)
    }
    return "\"\(escaped.joined())\""
  }
}
