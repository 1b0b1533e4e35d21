import Cells
import Widgets

/// A form's two faces, the quick and the full one, and what stands in both together.
extension FormState {
  /// Fills the form with what was read for it.
  mutating func begin(_ content: FormContent) {
    self.content = content
    problem = nil
    let form = Form(content.fields, values: content.values)
    begun = form.values
    unseen = [:]
    self.form = form
    show(quick: content.quick?.isFirst ?? false)
    if let focus = content.focus { self.form?.focus(on: focus) }
  }

  /// What stands in every field, shown or not.
  var values: [String: String] { unseen.merging(form?.values ?? [:]) { $1 } }

  /// Whether anything was typed since the form was ready.
  var isDirty: Bool { form != nil && values.contains { isTyped($0.key, $0.value) } }

  /// Every field's text to be saved. What nobody typed over is what was read, to the byte: an
  /// editor may hold a line break or a tab in another way.
  var valuesToSave: [String: String] {
    let read = content?.values ?? [:]
    var values = values
    for (field, text) in values where !isTyped(field, text) {
      if let kept = read[field] { values[field] = kept }
    }
    return values
  }

  /// What to keep of an unfinished form: only what differs from the document, so that a field which
  /// others change meanwhile is not set back. Of a new document all that stands in it, because what was
  /// taken for granted may be something else next time.
  var draft: [String: String] {
    let original = content?.original ?? [:]
    let values = valuesToSave
    let draft = values.filter { !$0.value.utf8.elementsEqual((original[$0.key] ?? "").utf8) }
    guard !draft.isEmpty, subject.makesDocument else { return draft }
    return draft.merging(values.filter { !$0.value.isEmpty }) { typed, _ in typed }
  }

  private func isTyped(_ field: String, _ text: String) -> Bool {
    !text.utf8.elementsEqual((begun[field] ?? "").utf8)
  }

  /// Shows the quick face or the full one; what was typed stays, shown or not.
  mutating func show(quick: Bool) {
    guard let content else { return }
    let all = values
    let shown: [FormField]
    if quick, let few = content.quick {
      shown = few.fields.compactMap { id in content.fields.first { $0.id == id } }.map { field in
        var field = field
        field.section = nil
        return field
      }
      isQuick = true
    } else {
      shown = content.fields
      isQuick = false
    }
    let focused = form?.focusedField?.id
    let errors = form?.errors ?? [:]
    var display: [String: String] = [:]
    for (field, choices) in content.choices {
      display[field] = choices.first { $0.value == all[field] }?.name
    }
    form = Form(shown, values: all, display: display)
    form?.errors = errors
    unseen = all
    for field in shown { unseen[field.id] = nil }
    for field in shown { remark(on: field.id) }
    if let focused { form?.focus(on: focused) }
  }

  /// Puts pasted text into the focused field; signs that nobody sees are pointed out beside it, and
  /// kept, because they may be meant.
  mutating func paste(_ text: String) {
    guard case .changed(let field) = form?.paste(text) ?? .ignored else { return }
    remark(on: field)
    let unseen = UnseenSigns.count(in: text)
    form?.errors[field] = unseen == 0 ? nil : UnseenSigns.words(unseen)
  }

  /// Marks the fields that something is wrong with; one that is not shown brings the full face.
  mutating func show(_ errors: [String: String]) {
    if isQuick, errors.keys.contains(where: { unseen[$0] != nil }) { show(quick: false) }
    form?.errors = errors
    _ = form?.focusFirstError()
  }

  /// What stands between the title and the fields: what is taken for granted, then advice; without
  /// either what the star means.
  func notes(_ glyphs: Glyphs) -> [String] {
    let known = assumed.joined(separator: " \(glyphs.separator) ")
    let notes = (known.isEmpty ? [] : ["For \(known) (^t)"]) + [content?.advice ?? ""]
    let said = notes.filter { !$0.isEmpty }
    return said.isEmpty ? ["* must be filled in"] : said
  }

  /// What the quick face takes for granted, by the names that people know it by.
  var assumed: [String] {
    guard isQuick, let content else { return [] }
    return (content.quick?.assumed ?? []).compactMap { id in
      guard let value = unseen[id], !value.isEmpty else { return nil }
      return content.choices[id]?.first { $0.value == value }?.label ?? value
    }
  }
}

extension Model {
  /// Shows the other face of the form that is open.
  mutating func switchForm() -> [Effect] {
    guard case .form(var state) = overlay else { return [] }
    state.show(quick: !state.isQuick)
    state.form?.layout(formRect.size)
    overlay = .form(state)
    return []
  }

  static let whyNoOtherForm: @Sendable (Model) -> String? = { model in
    guard case .form(let state) = model.overlay else { return "no form is open" }
    if state.form == nil { return "huddle is still reading" }
    guard state.content?.quick == nil else { return nil }
    if case .add(let type, _) = state.subject, type.newFields.count < type.fields(of: [:]).count {
      return "the other fields are asked for once it is saved: e shows them all"
    }
    return "this form has all its fields in sight"
  }
}
