import DocumentStore
import Improvement
import JSONTree

/// A document's filled fields as lines, grouped as its field table groups them.
///
/// Pages are written from the field table so that a new field shows up without anyone drawing it.
struct FieldGroups {
  private let collaboration: Collaboration
  private let tree: JSON
  private let table: DocumentTable
  private let document: StoredDocument

  init(_ collaboration: Collaboration, _ document: StoredDocument) {
    self.collaboration = collaboration
    self.document = document
    tree = collaboration.visible(document)
    table = (DocumentType(rawValue: document.type) ?? .note).table
  }

  /// Every filled field of the type's own; the one that the page's title shows already is left out.
  ///
  /// - Parameter told: paths of fields that the page shows elsewhere.
  func own(without told: String...) -> PageGroup {
    let own = table.fields.filter { field in
      !Self.isCommon(field) && field.path != table.titlePath
        && !told.contains(field.path.description)
    }
    return PageGroup("", own.flatMap { lines(of: $0) })
  }

  /// The filled fields whose path begins with a word: `plan`, `act`.
  func group(_ heading: String, beginningWith step: String) -> PageGroup {
    PageGroup(
      heading, table.fields.filter { $0.path.steps.first == step }.flatMap { lines(of: $0) })
  }

  /// The fields at these paths, as far as they are filled.
  func lines(_ paths: String...) -> [PageLine] {
    paths.flatMap { path in
      table.fields.first { $0.path.description == path }.map { lines(of: $0) } ?? []
    }
  }

  /// Who wrote it and when, who may read it, its tags.
  var about: PageGroup {
    var about: [PageLine] = []
    if let by = tree["created.by" as JSONPath]?.string {
      let day = tree["created.at" as JSONPath]?.string.flatMap { CalendarDate($0.prefix(10)) }
      about.append(
        .field(
          label: "Written by",
          value: [collaboration.shownName(of: by), day?.label ?? ""].filter { !$0.isEmpty }
            .joined(separator: ", "), tone: .quiet))
    }
    about += lines("visibility", "tags")
    about.append(.field(label: "Id", value: document.id, tone: .quiet))
    return PageGroup("About this document", about)
  }

  private func lines(of field: Field) -> [PageLine] {
    guard let value = tree[field.path], !value.isNull else { return [] }
    switch (field.kind, value) {
    case (.records(let inner, _), .array(let records)):
      guard !records.isEmpty else { return [] }
      return [.field(label: field.label, value: "")]
        + records.enumerated().map { record($0.element, inner) }
    case (.list(.reference(let type)), .array(let elements)):
      return elements.compactMap(\.string).enumerated().map { index, id in
        .field(
          label: index == 0 ? field.label : "", value: collaboration.shownName(of: id),
          target: collaboration.destination(type, id))
      }
    case (.reference(let type), .string(let id)):
      return collaboration.link(field.label, type, id)
    default:
      let text = show(value, field.kind)
      guard !text.isEmpty else { return [] }
      let unit = field.unit.map { text == "1" && $0.hasSuffix("s") ? String($0.dropLast()) : $0 }
      return [.field(label: field.label, value: unit.map { "\(text) \($0)" } ?? text)]
    }
  }

  /// A record as its first text with the rest beside it; a number or a day says what it is.
  private func record(_ record: JSON, _ fields: [Field]) -> PageLine {
    // A diagram's own ids say nothing to people: its levels are shown by indenting.
    let isDiagram = fields.contains { $0.path.description == "parent" }
    var parts: [String] = []
    for field in fields {
      if isDiagram, ["id", "parent", "level"].contains(field.path.description) { continue }
      let text = show(record[field.path], field.kind)
      guard !text.isEmpty else { continue }
      parts.append(parts.isEmpty || field.kind.speaksForItself ? text : "\(field.words): \(text)")
    }
    return .item(
      text: parts.first ?? "", note: parts.dropFirst().joined(separator: " · "),
      depth: isDiagram ? Driver(record).level : 1)
  }

  private func show(_ value: JSON?, _ kind: FieldKind) -> String {
    FieldText.show(value, as: kind) { collaboration.shownName(of: $0) }
  }

  private static func isCommon(_ field: Field) -> Bool {
    ["id", "type", "schema", "created", "visibility", "tags"].contains(field.path.steps.first ?? "")
  }
}

extension FieldKind {
  /// Whether a value needs no label to be understood among others.
  fileprivate var speaksForItself: Bool {
    switch self {
    case .text, .longText, .choice, .reference, .anyReference, .author, .period, .code: true
    default: false
    }
  }
}

extension Field {
  /// The label within a sentence: `when`, for "When?".
  fileprivate var words: String {
    let words = label.hasSuffix("?") ? String(label.dropLast()) : label
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
