extension CommandTable {
  static let movement: [Command] = [
    Command(
      "down", "next", help: "Go to the next row, link or line.", group: .move,
      contexts: [.list, .page], keys: ["Down", "j"]
    ) { $0.move(.by(1)) },
    Command(
      "up", "previous", help: "Go to the previous row, link or line.", group: .move,
      contexts: [.list, .page], keys: ["Up", "k"]
    ) { $0.move(.by(-1)) },
    Command(
      "chart.down", "scroll down", help: "Scroll the table or the reasons down.", group: .move,
      contexts: [.chart], keys: ["Down", "j"]
    ) { $0.scrollChart(by: 1) },
    Command(
      "chart.up", "scroll up", help: "Scroll the table or the reasons up.", group: .move,
      contexts: [.chart], keys: ["Up", "k"]
    ) { $0.scrollChart(by: -1) },
    Command(
      "page.down", "page down", help: "Go one screen down.", group: .move,
      keys: ["PgDn"]
    ) { $0.move(.page(1)) },
    Command(
      "page.up", "page up", help: "Go one screen up.", group: .move,
      keys: ["PgUp"]
    ) { $0.move(.page(-1)) },
    Command(
      "half.down", "half a page down", help: "Go half a screen down.", group: .move,
      keys: ["^d"]
    ) { $0.move(.halfPage(1)) },
    Command(
      "half.up", "half a page up", help: "Go half a screen up.", group: .move,
      keys: ["^u"]
    ) { $0.move(.halfPage(-1)) },
    Command(
      "first", "first", help: "Go to the first row, link or point.", group: .move,
      keys: ["g", "Home"]
    ) { $0.move(.start) },
    Command(
      "last", "last", help: "Go to the last row, link or point.", group: .move,
      keys: ["G", "End"]
    ) { $0.move(.end) },
    Command(
      "left", "point before", help: "Move the chart's cursor to the point before.", group: .move,
      contexts: [.chart], keys: ["Left", "h"], hint: "other points"
    ) { $0.move(.by(-1)) },
    Command(
      "right", "point after", help: "Move the chart's cursor to the point after.", group: .move,
      contexts: [.chart], keys: ["Right", "l"]
    ) { $0.move(.by(1)) },
    Command(
      "board.left", "stage before", help: "Go to the stage before on the board.", group: .move,
      contexts: [.list], sections: [.cycles], keys: ["Left", "h"]
    ) { $0.moveOnBoard(by: -1) }
    .blocked { $0.sectionState.isBoard ? nil : "v shows the board" },
    Command(
      "board.right", "stage after", help: "Go to the stage after on the board.", group: .move,
      contexts: [.list], sections: [.cycles], keys: ["Right", "l"]
    ) { $0.moveOnBoard(by: 1) }
    .blocked { $0.sectionState.isBoard ? nil : "v shows the board" },
    Command(
      "pane.next", "other pane", help: "Go from the list to the page beside it and back.",
      group: .move, contexts: [.list], keys: ["Tab", "S-Tab"]
    ) { $0.switchPane() }
    .blocked { $0.hasDetailPane ? nil : "there is room for one pane only" },
    Command(
      "pane.list", "to the list", help: "Go from the page beside a list back to the list.",
      group: .move, contexts: [.page], keys: ["Tab", "S-Tab"]
    ) { $0.switchPane() }
    .blocked { $0.isInDetailPane ? nil : "there is no list beside this page" },
  ]
}
