extension EntryProblem: CustomStringConvertible {
  public var description: String { words }

  /// What is wrong with a cell and what to do, short enough to stand beside it.
  public var words: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .noNumber(let before):
      before.isEmpty
        ? "a number as well, or ? for missing"
        : "it was \(before); write ? if it is missing, na if none was due"
    case .notBegun(let period): "\(period.label) has not begun"
    case .changedMeanwhile(let text, let by):
      "\(by ?? "somebody") entered \(text) meanwhile; ^s again puts yours in its place"
    }
  }
}
