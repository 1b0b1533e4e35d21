import Cells

extension Form {
  /// Tab, Shift-Tab, up, down and Enter move between fields; other keys go to the focused one.
  public mutating func handle(_ key: Key) -> Outcome {
    guard let field = focusedField else { return .ignored }
    switch key {
    case .tab:
      setFocus(focus == fields.count - 1 ? 0 : focus + 1)
      return .moved
    case .backTab:
      setFocus(focus == 0 ? fields.count - 1 : focus - 1)
      return .moved
    default: break
    }
    switch editors[focus] {
    case .line(var editor):
      let reaction = editor.handle(key)
      editors[focus] = .line(editor)
      return outcome(of: reaction, field: field, key: key)
    case .lines(var editor):
      let reaction = editor.handle(key)
      editors[focus] = .lines(editor)
      if reaction != .ignored { scrollToFocus() }
      return outcome(of: reaction, field: field, key: key)
    case .value(let value):
      return handleValue(key, field: field, value: value)
    }
  }

  private mutating func outcome(of reaction: Reaction, field: FormField, key: Key) -> Outcome {
    switch reaction {
    case .changed: return .changed(field.id)
    case .moved: return .moved
    case .ignored: return moveBetweenFields(key)
    }
  }

  private mutating func moveBetweenFields(_ key: Key) -> Outcome {
    switch key {
    case .up: setFocus(focus - 1)
    case .down: setFocus(focus + 1)
    case .enter:
      if focus == fields.count - 1 { return .submitted }
      setFocus(focus + 1)
    case .pageUp: setFocus(focus - max(1, size.rows / 3))
    case .pageDown: setFocus(focus + max(1, size.rows / 3))
    default: return .ignored
    }
    return .moved
  }

  private mutating func handleValue(_ key: Key, field: FormField, value: String) -> Outcome {
    switch field.input {
    case .choice(let choices): handleChoice(key, field: field, value: value, choices: choices)
    case .boolean: handleBoolean(key, field: field, value: value)
    case .picker:
      switch key {
      case .character(" "), .right: .openPicker(field.id)
      // An empty reference is chosen by Enter; an answered one lets Enter move on.
      case .enter where value.isEmpty: .openPicker(field.id)
      case .character: .openPicker(field.id)
      case .backspace, .delete: setValue("", of: field)
      default: moveBetweenFields(key)
      }
    case .text, .longText, .list: .ignored
    }
  }

  private mutating func handleChoice(
    _ key: Key, field: FormField, value: String, choices: [FormField.Choice]
  ) -> Outcome {
    let current = choices.firstIndex { $0.value == value }
    switch key {
    case .right:
      guard let last = choices.indices.last else { return .moved }
      return setValue(choices[current.map { min($0 + 1, last) } ?? 0].value, of: field)
    case .left:
      guard let last = choices.indices.last else { return .moved }
      return setValue(choices[current.map { max($0 - 1, 0) } ?? last].value, of: field)
    case .character(" "): return .openPicker(field.id)
    case .character(let typed):
      let letter = typed.lowercased()
      let order = choices.indices.map { (($0 + (current ?? -1) + 1) % choices.count) }
      guard let found = order.first(where: { choices[$0].label.lowercased().hasPrefix(letter) })
      else { return .ignored }
      return setValue(choices[found].value, of: field)
    case .backspace, .delete:
      return field.isRequired ? .moved : setValue("", of: field)
    default: return moveBetweenFields(key)
    }
  }

  private mutating func handleBoolean(_ key: Key, field: FormField, value: String) -> Outcome {
    switch key {
    case .character(" "), .left, .right:
      return setValue(value == "true" ? "false" : "true", of: field)
    case .character("y"), .character("Y"): return setValue("true", of: field)
    case .character("n"), .character("N"): return setValue("false", of: field)
    default: return moveBetweenFields(key)
    }
  }

  private mutating func setValue(_ value: String, of field: FormField) -> Outcome {
    guard Form.text(of: editors[focus]) != value else { return .moved }
    editors[focus] = .value(value)
    return .changed(field.id)
  }
}
