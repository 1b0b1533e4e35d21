extension CommandTable {
  /// Many numbers at once.
  static let entering: [Command] = [
    Command(
      "numbers", "enter a period's numbers",
      help: "Enter one period's numbers for every measure in a grid; a spreadsheet can be pasted.",
      group: .change, contexts: [.list], sections: [.measures], keys: ["T"],
      aliases: ["grid", "enter numbers"], hint: "enter a period"
    ) { $0.openEntry() }
    .denied(by: Model.whyNot(.series))
  ]

  static let grid: [Command] = [
    Command(
      "grid.save", "save", help: "Save all numbers that were typed, as one step.", group: .form,
      contexts: [.entry], keys: ["^s"], hint: "save all"
    ) { $0.saveEntry() },
    Command(
      "grid.leave", "leave", help: "Leave the grid; what was typed is kept as a draft.",
      group: .form, contexts: [.entry], keys: ["Esc"], hint: "leave, keeping a draft"
    ) { $0.leaveEntry() },
    Command(
      "grid.earlier", "period before", help: "Enter the period before; what was typed stays.",
      group: .form, contexts: [.entry], keys: ["["], hint: "before"
    ) { $0.moveEntry(by: -1) },
    Command(
      "grid.later", "period after", help: "Enter the period after; what was typed stays.",
      group: .form, contexts: [.entry], keys: ["]"], hint: "after"
    ) { $0.moveEntry(by: 1) },
    Command(
      "grid.discard", "discard", help: "Leave the grid and throw away what was typed.",
      group: .form, contexts: [.entry], keys: ["^x"], hint: "discard"
    ) { $0.discardEntry() },
  ]
}
