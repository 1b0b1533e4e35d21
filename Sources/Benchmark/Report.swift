/// The table of what was measured, in Markdown.
struct Report {
  /// Who stands beside huddle.
  private let peer: String
  private var rows: [[String]] = []
  private var notes: [String] = []

  init(peer: String) { self.peer = peer }

  mutating func add(
    _ name: String, _ value: String, peer: String? = nil, target: String? = nil,
    isMet: Bool? = nil
  ) {
    let verdict = isMet.map { $0 ? "met" : "missed" } ?? ""
    rows.append([name, value, peer ?? "", target ?? "", verdict])
  }

  mutating func note(_ text: String) { notes.append(text) }

  func print() {
    let table = [["measured", "huddle", peer, "target", ""]] + rows
    let widths = (0..<5).map { column in table.map { $0[column].count }.max() ?? 0 }
    for (index, row) in table.enumerated() {
      let cells = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }
      Swift.print("| \(cells.joined(separator: " | ")) |")
      if index == 0 {
        Swift.print(
          "| \(widths.map { String(repeating: "-", count: max(3, $0)) }.joined(separator: " | ")) |"
        )
      }
    }
    for note in notes { Swift.print("\n\(note)") }
  }
}
