import Cells

/// A question that is answered by yes or no.
public struct Confirm: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable { case ignored, yes, no }

  public var title: String
  public var question: String
  /// What yes does, in a word or two.
  public var yes: String
  public var no: String

  public init(title: String, question: String, yes: String = "yes", no: String = "no") {
    self.title = title
    self.question = question
    self.yes = yes
    self.no = no
  }

  /// Enter is no answer: what can't be taken back wants a `y`.
  public func handle(_ key: Key) -> Outcome {
    switch key {
    case .character("y"), .character("Y"): .yes
    case .character("n"), .character("N"), .character("q"), .escape, .control("c"): .no
    default: .ignored
    }
  }

  /// Draws the question as a box in the middle of `rect` and returns where the cursor stands.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, focused: Bool = true) -> Point? {
    guard !rect.isEmpty else { return nil }
    let answers: StyledLine = [
      Span("y", .key), Span(" \(yes)   ", .keyLabel), Span("n", .key), Span(" \(no)", .keyLabel),
    ]
    var lines = question.split(separator: "\n", omittingEmptySubsequences: false).map {
      StyledLine(String($0), .popup)
    }
    lines += ["", answers]
    let box = Popup.draw(lines, title: title, into: &grid, bounds: rect)
    guard focused else { return nil }
    return Point(
      column: min(box.column + 2, max(box.column, box.endColumn - 1)),
      row: max(box.row, box.endRow - 2))
  }
}
