import Improvement

/// A driver or a change idea of a project's diagram, as something that can be opened.
public enum DiagramPart: Hashable, Sendable {
  case driver(String)
  /// With the driver that it stands under.
  case idea(String, under: String?)

  /// As which part of a diagram an entry is opened.
  init(_ entry: DriverTree.Entry, in tree: DriverTree) {
    switch entry.kind {
    case .driver: self = .driver(entry.id)
    case .idea: self = .idea(entry.id, under: tree.driver(of: entry.id))
    }
  }

  public var id: String {
    switch self {
    case .driver(let id), .idea(let id, _): id
    }
  }

  public var kind: DriverTree.Kind {
    switch self {
    case .driver: .driver
    case .idea: .idea
    }
  }

  /// The driver itself, or the one that an idea stands under.
  public var driverID: String? {
    switch self {
    case .driver(let id): id
    case .idea(_, let driver): driver
    }
  }
}
