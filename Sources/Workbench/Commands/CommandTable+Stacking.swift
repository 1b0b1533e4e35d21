extension CommandTable {
  /// Several measures above each other on one time axis.
  static let stacking: [Command] = [
    Command(
      "stack", "charts on one time axis",
      help: "Show a project's outcome, process and balancing charts above each other, with its "
        + "cycles marked.",
      group: .look, contexts: [.list], sections: [.measures, .projects], keys: ["S"],
      aliases: ["stacked"], hint: "stacked charts"
    ) { $0.openStack() }
    .blocked(by: Model.whyNoStack),
    Command(
      "page.stack", "charts on one time axis",
      help: "Show the project's charts above each other, with its cycles marked.", group: .look,
      contexts: [.page, .chart], keys: ["S"]
    ) { $0.openStack() }
    .blocked(by: Model.whyNoStack),
    Command(
      "stack.later", "time after", help: "Go to the next period of all charts.", group: .move,
      contexts: [.stack], keys: ["Right", "l"]
    ) { $0.moveStackCursor(by: 1) }
    .blocked(by: Model.whyNoCharts),
    Command(
      "stack.earlier", "time before", help: "Go to the period before in all charts.",
      group: .move, contexts: [.stack], keys: ["Left", "h"], hint: "other times"
    ) { $0.moveStackCursor(by: -1) }
    .blocked(by: Model.whyNoCharts),
    Command(
      "stack.down", "chart below", help: "Go to the chart below.", group: .move,
      contexts: [.stack], keys: ["Down", "j"]
    ) { $0.move(.by(1)) }
    .blocked(by: Model.whyNoOtherChart),
    Command(
      "stack.up", "chart above", help: "Go to the chart above.", group: .move,
      contexts: [.stack], keys: ["Up", "k"], hint: "other charts"
    ) { $0.move(.by(-1)) }
    .blocked(by: Model.whyNoOtherChart),
    Command(
      "stack.open", "open", help: "Open the chart by itself.", group: .look, contexts: [.stack],
      keys: ["Enter"], hint: "open"
    ) { $0.openSelected() }
    .blocked { $0.selectedTarget == nil ? "there is no chart to open" : nil },
    Command(
      "stack.table", "table", help: "Show the numbers of all charts as a table, or go back.",
      group: .chart, contexts: [.stack], keys: ["T"], hint: "table"
    ) { $0.toggleStackTable() }
    .blocked(by: Model.whyNoCharts),
    Command(
      "stack.site.next", "next site", help: "Show the same measures at the project's next site.",
      group: .chart, contexts: [.stack], keys: ["]"], hint: "next site"
    ) { $0.moveStackSite(by: 1) }
    .blocked(by: Model.whyNoOtherSite),
    Command(
      "stack.site.before", "site before",
      help: "Show the same measures at the project's site before.", group: .chart,
      contexts: [.stack], keys: ["["]
    ) { $0.moveStackSite(by: -1) }
    .blocked(by: Model.whyNoOtherSite),
  ]
}
