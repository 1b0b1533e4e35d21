import Cells

/// Questions in reading order with what was answered so far.
///
/// A form is data: fields in, texts by field id out. It checks nothing itself, but shows each error
/// beside its field in the words it is given.
public struct Form: Hashable, Sendable {
  /// What a key meant for the form.
  public enum Outcome: Hashable, Sendable {
    case ignored
    case moved
    case changed(String)
    /// The field wants a picker: for a reference, or to see all choices as a list.
    case openPicker(String)
    /// Enter on the last field.
    case submitted
  }

  enum Editor: Hashable, Sendable {
    case line(TextField)
    case lines(TextEditor)
    case value(String)
  }

  public let fields: [FormField]
  /// What is wrong, by field id, in words.
  public var errors: [String: String] = [:]
  /// What is remarked about what stands in a field, by field id; it is no error.
  public var remarks: [String: String] = [:]
  /// What to show instead of a value, by field id: the name behind a reference.
  public var display: [String: String] = [:]
  public private(set) var focus: Int
  var editors: [Editor]
  var size = Size(columns: 80, rows: 20)
  var top = 0
  private var initial: [String: String]

  public init(
    _ fields: [FormField], values: [String: String] = [:], display: [String: String] = [:]
  ) {
    self.fields = fields
    self.display = display
    focus = 0
    editors = fields.map { Self.editor(for: $0, value: values[$0.id] ?? "") }
    initial = [:]
    initial = self.values
  }

  public var focusedField: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Every field's text by its id; an unanswered field's is empty.
  public var values: [String: String] {
    var values: [String: String] = [:]
    for (field, editor) in zip(fields, editors) { values[field.id] = Self.text(of: editor) }
    return values
  }

  /// Whether anything differs from what the form began with or was last marked as saved.
  public var isDirty: Bool {
    let values = values
    return fields.contains {
      !(values[$0.id] ?? "").utf8.elementsEqual((initial[$0.id] ?? "").utf8)
    }
  }

  /// Takes the present values as the ones that later changes are compared with.
  public mutating func markSaved() { initial = values }

  public subscript(id: String) -> String {
    get { index(of: id).map { Self.text(of: editors[$0]) } ?? "" }
    set {
      guard let index = index(of: id) else { return }
      if case .lines(var editor) = editors[index] {
        editor.setText(newValue)
        editors[index] = .lines(editor)
      } else {
        editors[index] = Self.editor(for: fields[index], value: newValue)
      }
    }
  }

  public mutating func focus(on id: String) {
    if let index = index(of: id) { setFocus(index) }
  }

  /// Puts the focus on the first field with an error; false where there is none.
  public mutating func focusFirstError() -> Bool {
    guard let index = fields.firstIndex(where: { errors[$0.id] != nil }) else { return false }
    setFocus(index)
    return true
  }

  public mutating func nextField() { setFocus(focus + 1) }
  public mutating func previousField() { setFocus(focus - 1) }

  mutating func setFocus(_ index: Int) {
    focus = min(max(0, index), max(0, fields.count - 1))
    scrollToFocus()
  }

  /// Pastes text into the focused field; choices take none.
  public mutating func paste(_ text: String) -> Outcome {
    guard let field = focusedField else { return .ignored }
    switch editors[focus] {
    case .line(var editor):
      editor.insert(text)
      editors[focus] = .line(editor)
    case .lines(var editor):
      editor.insert(text)
      editors[focus] = .lines(editor)
    case .value: return .ignored
    }
    scrollToFocus()
    return .changed(field.id)
  }

  private func index(of id: String) -> Int? { fields.firstIndex { $0.id == id } }

  private static func editor(for field: FormField, value: String) -> Editor {
    switch field.input {
    case .text: .line(TextField(value))
    case .longText, .list: .lines(TextEditor(value))
    case .choice, .boolean, .picker: .value(value)
    }
  }

  static func text(of editor: Editor) -> String {
    switch editor {
    case .line(let field): field.text
    case .lines(let editor): editor.text
    case .value(let text): text
    }
  }
}
