import Improvement
import JSONTree

/// Resources as Markdown that people read and write.
///
/// ```
/// ---
/// huddle: resource
/// title: "Warm blanket"
/// kind: "change-idea"
/// ---
///
/// One warm blanket for everybody, an hour before theatre.
///
/// ## Steps
///
/// 1. Fetch a blanket.
/// ```
///
/// Long texts stand below the front matter, everything else in it as JSON, which is YAML as well. A
/// text that Markdown would not give back to the byte, such as one that ends with blanks, stands in
/// the front matter too; so what is written is read again as it was.
enum MarkdownBundle {
  /// A text of the body.
  struct Section {
    enum Form { case text, numbered, bulleted }

    /// Empty for what stands before the first heading.
    var heading: String
    var field: String
    var form: Form
  }

  static let sections = [
    Section(heading: "", field: "plainSummary", form: .text),
    Section(heading: "Description", field: "description", form: .text),
    Section(heading: "How to start small", field: "howToStartSmall", form: .text),
    Section(heading: "Steps", field: "steps", form: .numbered),
    Section(heading: "What to avoid", field: "whatToAvoid", form: .text),
    Section(heading: "Citations", field: "citations", form: .bulleted),
  ]

  static func text(_ tree: JSON) -> String {
    var front: [String] = ["---", "huddle: \(tree["type"]?.string ?? "resource")"]
    var body: [String] = []
    var told: Set<String> = ["type"]
    for section in sections {
      guard let lines = lines(tree[section.field], section.form) else { continue }
      told.insert(section.field)
      body += section.heading.isEmpty ? [""] : ["", "## \(section.heading)", ""]
      body += lines
    }
    for field in tree.object?.fields ?? [] where !told.contains(field.key) {
      front.append("\(key(field.key)): \(field.value.compactText)")
    }
    return (front + ["---"] + body).joined(separator: "\n") + "\n"
  }

  private static func key(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
        || byte == 95
    }
    return isPlain && !name.isEmpty && !["huddle", "format", "type"].contains(name)
      ? name : JSON.string(name).compactText
  }

  /// The lines of a text; nil where Markdown would not give it back.
  private static func lines(_ value: JSON?, _ form: Section.Form) -> [String]? {
    switch form {
    case .text:
      guard let text = value?.string, isKept(text) else { return nil }
      return Self.lines(of: text).map(escaped)
    case .numbered, .bulleted:
      guard let elements = value?.array, !elements.isEmpty else { return nil }
      var lines: [String] = []
      for (index, element) in elements.enumerated() {
        guard let text = element.string, isKept(text) else { return nil }
        let parts = Self.lines(of: text)
        guard !parts.contains(where: \.isEmpty) else { return nil }
        lines.append((form == .numbered ? "\(index + 1). " : "- ") + parts[0])
        lines += parts.dropFirst().map { "   " + $0 }
      }
      return lines
    }
  }

  /// Whether a text comes back as it was: it neither begins nor ends with a blank, and has no
  /// control sign but the ends of lines.
  private static func isKept(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && !scalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7F }
  }

  static func lines(of text: String) -> [String] {
    text.utf8.split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// A line that would begin a heading, a rule or an escape is marked as text.
  private static func escaped(_ line: String) -> String {
    guard let first = line.utf8.first, [35, 45, 92].contains(first) else { return line }
    return "\\" + line
  }
}
