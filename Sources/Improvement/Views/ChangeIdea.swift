import JSONTree

/// What could be changed so that a driver moves; cycles test it.
public struct ChangeIdea: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var id: String { text("id") ?? "" }
  public var driver: String? { text("driver") }
  public var text: String { tree.text("text") ?? "" }
  /// The shared idea it was taken from.
  public var resource: String? { text("resource") }
}
