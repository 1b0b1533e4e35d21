import Cells
import Collaborative
import DocumentStore
import Improvement
import JSONTree

/// A document as a page to read, from its field table.
struct DocumentText {
  /// Fields that say nothing to a reader, or are said elsewhere on the page.
  private static let frame: Set = ["id", "type", "schema"]

  private let document: StoredDocument
  private let collaboration: Collaboration

  init(_ document: StoredDocument, _ collaboration: Collaboration) {
    self.document = document
    self.collaboration = collaboration
  }

  func text(columns: Int, glyphs: Glyphs) -> String {
    guard let type = DocumentType(rawValue: document.type) else { return "" }
    var lines = [collaboration.title(of: document), "a \(type.label)", ""]
    let tree = collaboration.presented(document)
    for field in collaboration.twoVersions(in: document) {
      lines.append(
        "two versions of \(field.label): choose with huddle set \(document.id) "
          + "\(field.path)=…")
      lines += field.versions.map { "  \($0.text) — \($0.who)" } + [""]
    }
    var known: Set<String> = ["revision", "updated", KeptConflict.path.description]
    let fields = type.table.fields
    let labelWidth = min(30, fields.map { TextWidth.of($0.label, glyphs: glyphs) }.max() ?? 0)
    for field in fields {
      known.insert(field.path.steps.first ?? "")
      guard !Self.frame.contains(field.name), let value = tree[field.path], !value.isBlank else {
        continue
      }
      lines += entry(field, value, labelWidth: labelWidth, columns: columns, glyphs: glyphs)
    }
    for field in tree.object?.fields ?? [] where !known.contains(field.key) {
      lines.append("\(field.key)  \(field.value.compactText)")
    }
    lines.append("")
    lines.append("id       \(document.id)")
    lines.append("revision \(document.revision.hex)")
    if let at = tree["updated"]?["at"]?.string {
      let by = tree["updated"]?["by"]?.string.map(collaboration.name) ?? "somebody"
      lines.append("updated  \(at) by \(by)")
    }
    return lines.map { TerminalText.visible($0) }.joined(separator: "\n") + "\n"
  }

  private func entry(
    _ field: Field, _ value: JSON, labelWidth: Int, columns: Int, glyphs: Glyphs
  ) -> [String] {
    let shown = collaboration.shown(value, as: field.kind)
    let label = TextWidth.padded(
      TextWidth.clamped(field.label, to: labelWidth, glyphs: glyphs), to: labelWidth,
      glyphs: glyphs)
    let room = max(20, columns - labelWidth - 2)
    let wrapped = shown.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      Self.wrapped(TerminalText.visible(String($0)), to: room, glyphs: glyphs)
    }
    let indent = String(repeating: " ", count: labelWidth)
    return wrapped.enumerated().map { index, line in
      "\(index == 0 ? label : indent)  \(line)"
    }
  }

  /// A line in pieces of at most so many columns, broken between words where there are any.
  private static func wrapped(_ line: String, to width: Int, glyphs: Glyphs) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      let longer = current.isEmpty ? String(word) : "\(current) \(word)"
      if !current.isEmpty, TextWidth.of(longer, glyphs: glyphs) > width {
        lines.append(current)
        current = String(word)
      } else {
        current = longer
      }
    }
    return lines + [current]
  }
}
