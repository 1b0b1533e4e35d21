import Testing

/// Tabs on until the field with a label has the cursor.
func go(_ session: TerminalSession, to label: String) throws {
  var before = ""
  for _ in 0..<60 {
    // A screen that is half drawn has the cursor in no field.
    let last = before
    let screen = try session.screen(where: "the cursor goes on from “\(last)”") {
      !field($0).isEmpty && field($0) != last
    }
    before = field(screen)
    if before == label { return }
    try session.press("Tab")
  }
  Issue.record("no field “\(label)”: \(try session.screen())")
}

/// The label of the field that has the cursor.
func field(_ screen: String) -> String {
  let line = screen.split(separator: "\n").first { $0.hasPrefix(" › ") } ?? ""
  let words = line.dropFirst(3)
  let label = words.firstRange(of: "  ").map { words[..<$0.lowerBound] } ?? words
  return label.hasSuffix(" *") ? String(label.dropLast(2)) : String(label)
}

/// Goes to a field and types in place of what stands there.
func fill(_ session: TerminalSession, _ label: String, _ text: String) throws {
  try go(session, to: label)
  try session.press("C-u")
  try session.type(text)
  try session.screen(where: "“\(text)” stands in \(label)") { screen in
    screen.split(separator: "\n").contains { $0.hasPrefix(" › \(label)") && $0.contains(text) }
  }
}

/// Waits until the row with a text is selected.
func selects(_ session: TerminalSession, _ text: String) throws {
  try session.screen(where: "“\(text)” is selected") { screen in
    screen.split(separator: "\n").contains { $0.hasPrefix("› ") && $0.contains(text) }
  }
}
