extension DriverDiagram {
  public enum Direction: Sendable { case up, down, left, right }

  /// Where a cursor goes from a place; the place itself where there is nothing that way.
  ///
  /// Up and down stay in the column, left goes to what a driver serves, right to the first that
  /// serves it.
  public func neighbour(of id: String?, _ direction: Direction) -> String {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return Self.aimID }
    let item = items[index]
    let column = column(of: item)
    let next: Int? =
      switch direction {
      case .left: item.parent
      case .right: item.children.first
      case .up: items[..<index].lastIndex { self.column(of: $0) == column }
      case .down: items[(index + 1)...].firstIndex { self.column(of: $0) == column }
      }
    return next.map { items[$0].id } ?? item.id
  }
}
