import Cells

extension DriverDiagram {
  /// The diagram as an SVG picture that stands alone, with its places as a table for readers.
  ///
  /// - Parameters:
  ///   - width: in pixels, 260…10,000; the height follows from what there is to say.
  ///   - identifier: begins the ids within, so that several pictures can share a page.
  public func svg(width: Int, title: String, identifier: String = "drivers") -> String {
    picture(width: width, title: title, identifier: identifier, setting: .alone)
  }

  /// The diagram as an SVG picture for a page, which shows its title and its places as text itself.
  public func figure(width: Int, title: String, identifier: String) -> String {
    picture(width: width, title: title, identifier: identifier, setting: .inPage)
  }

  private func picture(
    width: Int, title: String, identifier: String, setting: SVGSetting
  ) -> String {
    let width = min(max(width, 260), 10_000)
    let (left, top) = (12, 52)
    // The layout counts in letters; one is about 6 pixels wide, and a line 15 high.
    let (letter, line) = (6, 15)
    let layout = DiagramLayout(
      self, columns: (width - 2 * left) / letter, rows: .max, glyphs: .unicode)
    func x(_ column: Int) -> Int { left + column * letter }
    func y(_ row: Int) -> Int { top + row * line }
    var lines: [String] = []
    for column in layout.columnStarts.indices {
      lines.append(
        text(heading(ofColumn: column), x: x(layout.columnStarts[column]), y: 38, "#4a4a4a"))
    }
    lines += connectors(layout, x, y)
    for (index, item) in items.enumerated() {
      let place = layout.places[index]
      let start = x(layout.columnStarts[column(of: item)])
      for (offset, words) in place.lines.enumerated() {
        let colour = offset >= place.noteFrom ? "#5a5a5a" : item.svgColour
        lines.append(
          text(
            words, x: start, y: y(place.top + offset) + 11, colour,
            isBold: item.kind == .aim && offset < place.noteFrom))
      }
    }
    return SVGPage(
      width: max(width, x(layout.width) + left), height: y(layout.height) + 16, title: title,
      description: [sentence], identifier: identifier, table: table,
      setting: setting
    ).text(around: lines)
  }

  /// How many there are of each, in a sentence.
  public var sentence: String {
    let drivers = items.filter { $0.kind == .driver }.count
    let ideas = items.count - drivers - 1
    return "\(drivers) \(drivers == 1 ? "driver" : "drivers") and \(ideas) change "
      + "\(ideas == 1 ? "idea" : "ideas") towards the aim: \(aim)"
  }

  /// From each place to those that serve it: across, down or up, across.
  private func connectors(
    _ layout: DiagramLayout, _ x: (Int) -> Int, _ y: (Int) -> Int
  ) -> [String] {
    items.enumerated().flatMap { index, item -> [String] in
      let column = column(of: item)
      let spine = x(layout.columnStarts[column] + layout.columnWidths[column] + 1)
      let start = x(layout.columnStarts[column] + layout.width(of: index) + 1)
      let row = y(layout.places[index].anchor) + 7
      return item.children.map { child in
        let end = x(layout.columnStarts[self.column(of: items[child])]) - 4
        return "<path d=\"M\(start) \(row)H\(spine)V\(y(layout.places[child].anchor) + 7)H\(end)\" "
          + "fill=\"none\" stroke=\"#6b6b6b\"/>"
      }
    }
  }

  private func text(
    _ words: String, x: Int, y: Int, _ colour: String, isBold: Bool = false
  ) -> String {
    // Bold letters are wider, so that they are set smaller to stay clear of the lines beside them.
    "<text x=\"\(x)\" y=\"\(y)\" fill=\"\(colour)\""
      + "\(isBold ? " font-weight=\"bold\" font-size=\"9.5\"" : "")>"
      + "\(SVGText.escaped(words))</text>"
  }
}

extension DriverDiagram.Item {
  fileprivate var svgColour: String { kind == .idea ? "#0b5fa5" : "#1a1a1a" }
}
