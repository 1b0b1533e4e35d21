extension CommandTable {
  static let looking: [Command] = [
    Command(
      "open", "open", help: "Open what is selected.", group: .look,
      contexts: [.list, .page, .comparison, .course], keys: ["Enter"], aliases: ["show"],
      hint: "open"
    ) { $0.openSelected() }
    .blocked {
      $0.selectedTarget == nil && $0.selectedGroup == nil ? "nothing is selected" : nil
    },
    Command(
      "back", "back", help: "Go one level back.", group: .look, keys: ["Esc"],
      aliases: ["close"], hint: "back"
    ) { $0.goBack() },
    Command(
      "find", "find", help: "Show only what has these words.", group: .look, contexts: [.list],
      keys: ["/"], aliases: ["search"], hint: "find"
    ) { $0.openPrompt(.find) },
    Command(
      "find.next", "next with the word", help: "Go to the next row, round and round.",
      group: .look, contexts: [.list], keys: ["n"]
    ) { $0.moveAround(by: 1) }
    .blocked { $0.sectionState.query.words.isEmpty ? "find something first with /" : nil },
    Command(
      "find.previous", "previous with the word",
      help: "Go to the previous row, round and round.", group: .look, contexts: [.list],
      keys: ["N"]
    ) { $0.moveAround(by: -1) }
    .blocked { $0.sectionState.query.words.isEmpty ? "find something first with /" : nil },
    Command(
      "filter", "filter", help: "Narrow the section: a stage, a kind, a project, a site.",
      group: .look, contexts: [.list], keys: ["f"], hint: "filter"
    ) { $0.openFilter() }
    .blocked { $0.filterChoices.isEmpty ? "this section has nothing to filter by" : nil },
    Command(
      "board", "list or board", help: "Show cycles as a list or as a board of stages.",
      group: .look, contexts: [.list], sections: [.cycles], keys: ["v"], aliases: ["list"],
      hint: "board"
    ) { $0.toggleBoard() },
    Command(
      "palette", "go to anything",
      help: "Find a command, site, person, project, cycle or resource by a few letters.",
      group: .look, keys: ["^p"], hint: "go to"
    ) { $0.openPalette() },
    Command(
      "copy", "copy", help: "Copy what is selected to the clipboard.", group: .look, keys: ["y"]
    ) { $0.copySelected() }
    .blocked { $0.copyText == nil ? "nothing is selected" : nil },
    Command(
      "history", "history", help: "Say who changed the document, when and what.", group: .look,
      contexts: [.list, .page, .chart], keys: ["H"]
    ) { $0.openHistory() }
    .blocked { $0.editableTarget == nil ? "nothing is selected" : nil },
    Command(
      "reload", "reload", help: "Read everything on the screen again.", group: .look, keys: ["r"]
    ) { $0.reload() },
  ]

  static let charting: [Command] = [
    Command(
      "table", "table", help: "Show the chart's data as a table, or the chart again.",
      group: .chart, contexts: [.chart], keys: ["T"], hint: "table"
    ) { $0.showChartFace(.table) },
    Command(
      "why", "why", help: "Say in words why each signal is one: rule, points, limits, formula.",
      group: .chart, contexts: [.chart], keys: ["W"], hint: "why"
    ) { $0.showChartFace(.reasons) },
  ]
}
