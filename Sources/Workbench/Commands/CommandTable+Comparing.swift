extension CommandTable {
  /// Several sites on one measure.
  static let comparing: [Command] = [
    Command(
      "multiples", "list or small charts",
      help: "Show measures as a list, or one measure's charts at every site side by side.",
      group: .look, contexts: [.list], sections: [.measures], keys: ["v"], hint: "charts"
    ) { $0.toggleBoard() },
    Command(
      "multiples.left", "chart before", help: "Go to the small chart before.", group: .move,
      contexts: [.list], sections: [.measures], keys: ["Left", "h"]
    ) { $0.moveAcrossMultiples(by: -1) }
    .blocked { $0.sectionState.isBoard ? nil : "v shows the small charts" },
    Command(
      "multiples.right", "chart after", help: "Go to the small chart after.", group: .move,
      contexts: [.list], sections: [.measures], keys: ["Right", "l"]
    ) { $0.moveAcrossMultiples(by: 1) }
    .blocked { $0.sectionState.isBoard ? nil : "v shows the small charts" },
    Command(
      "multiples.scale", "one scale or each its own",
      help: "Draw the small charts at one scale, or each at its own.", group: .look,
      contexts: [.list], sections: [.measures], keys: ["="]
    ) { $0.switchScales() }
    .blocked(by: Model.whyNoScales),
    Command(
      "compare", "compare sites",
      help: "Compare the sites on the measure: a funnel plot, or small charts.", group: .look,
      contexts: [.list], sections: [.measures, .portfolio], keys: ["c"], hint: "compare"
    ) { $0.openComparison() }
    .blocked(by: Model.whyNoComparison),
    Command(
      "chart.compare", "compare sites",
      help: "Compare the sites on this measure: a funnel plot, or small charts.", group: .chart,
      contexts: [.chart], keys: ["c"], hint: "compare"
    ) { $0.openComparison() }
    .blocked(by: Model.whyNoComparison),
    Command(
      "comparison.next", "next site", help: "Go to the next site of a comparison.", group: .move,
      contexts: [.comparison], keys: ["Right", "l", "Down", "j"]
    ) { $0.move(.by(1)) },
    Command(
      "comparison.previous", "site before", help: "Go to the site before in a comparison.",
      group: .move, contexts: [.comparison], keys: ["Left", "h", "Up", "k"], hint: "other sites"
    ) { $0.move(.by(-1)) },
    Command(
      "comparison.face", "funnel or small charts",
      help: "Show the sites as a funnel plot, or each with its small chart.", group: .chart,
      contexts: [.comparison], keys: ["v"], hint: "funnel or charts"
    ) { $0.switchComparison() }
    .blocked(by: Model.whyNoFunnel),
    Command(
      "comparison.scale", "one scale or each its own",
      help: "Draw the small charts at one scale, or each at its own.", group: .chart,
      contexts: [.comparison], keys: ["="], hint: "scale"
    ) { $0.switchScales() }
    .blocked(by: Model.whyNoScales),
    Command(
      "comparison.table", "table", help: "Show the sites' numbers as a table, or go back.",
      group: .chart, contexts: [.comparison], keys: ["T"], hint: "table"
    ) { $0.showComparison(.table) },
    Command(
      "comparison.earlier", "earlier", help: "Compare over the time before, as long.",
      group: .chart, contexts: [.comparison], keys: ["["], hint: "earlier"
    ) { $0.moveSpan(by: -1) }
    .blocked(by: Model.whyNoSpan),
    Command(
      "comparison.later", "later", help: "Compare over the time after, as long.", group: .chart,
      contexts: [.comparison], keys: ["]"], hint: "later"
    ) { $0.moveSpan(by: 1) }
    .blocked(by: Model.whyNoSpan),
  ]
}
