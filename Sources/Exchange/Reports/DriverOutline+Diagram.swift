import Collaborative
import Plots

extension DriverOutline {
  /// The outline drawn from left to right. A line that stands more than one level further in than
  /// the one before it hangs on that one.
  var diagram: DriverDiagram {
    var rest = lines.enumerated().map { $0 }[...]
    return DriverDiagram(
      aim: ReportText.line(aim), roots: Self.nodes(from: &rest, deeperThan: 0))
  }

  private static func nodes(
    from rest: inout ArraySlice<(offset: Int, element: Line)>, deeperThan depth: Int
  ) -> [DriverDiagram.Node] {
    var nodes: [DriverDiagram.Node] = []
    while let (offset, line) = rest.first, line.depth > depth {
      rest.removeFirst()
      nodes.append(
        DriverDiagram.Node(
          id: "\(offset)", text: ReportText.line(line.text), note: ReportText.line(line.note),
          kind: line.isIdea ? .idea : .driver,
          children: Self.nodes(from: &rest, deeperThan: line.depth)))
    }
    return nodes
  }
}
