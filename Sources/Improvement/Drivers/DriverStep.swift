/// One change of a driver diagram, as somebody asks for it.
///
/// It names what it is about and never a position, so that it means the same to a diagram that
/// somebody else rearranged a moment ago.
public enum DriverStep: Hashable, Sendable {
  /// A driver or an idea as the last one under a driver; nil puts it at the top.
  case add(DriverTree.Kind, id: String, text: String, under: String?)
  /// A driver or an idea right behind another of its kind.
  case addBeside(DriverTree.Kind, id: String, text: String, beside: String)
  case reword(String, text: String)
  /// Under the driver before it.
  case indent(String)
  /// Beside the driver it stands under, right behind it.
  case outdent(String)
  /// Before the one above it of the same kind under the same driver.
  case up(String)
  case down(String)
  /// As the last one under any driver; nil puts a driver at the top.
  case place(String, under: String?)
  /// Away; what is below goes with it or moves up into its place.
  case remove(String, together: Bool)

  /// The driver or idea that the change is about.
  public var id: String {
    switch self {
    case .add(_, let id, _, _), .addBeside(_, let id, _, _), .reword(let id, _): id
    case .indent(let id), .outdent(let id), .up(let id), .down(let id), .place(let id, _),
      .remove(let id, _):
      id
    }
  }
}

/// Why a driver diagram was not changed.
public enum DriverTreeProblem: Error, Hashable, Sendable {
  case notThere
  case noText
  case taken(String)
  /// Something can't stand under what stands under itself.
  case underItself(String, under: String)
  case underAnIdea(String)
  case tooDeep(String)
  case nothingToStandUnder(String)
  case isAtTheTop(String)
  case ideaNeedsADriver(String)
  case isFirst(String)
  case isLast(String)
}
