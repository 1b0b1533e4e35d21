import JSONTree

/// What must change for an aim to be reached, in a diagram of two or three levels.
public struct Driver: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var id: String { text("id") ?? "" }
  public var parent: String? { text("parent") }
  /// 1 for a primary driver; where it is not said, by whether it has a parent.
  public var level: Int { tree["level"]?.int ?? (parent == nil ? 1 : 2) }
  public var text: String { tree.text("text") ?? "" }
  public var networkDriver: String? { text("networkDriver") }
}
