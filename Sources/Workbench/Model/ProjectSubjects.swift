import Improvement

/// A driver or a change idea of a project: a new one, or one whose words or place change.
public struct DriverSubject: Hashable, Sendable {
  public var projectID: String
  /// Nil for a new one.
  public var id: String?
  public var kind: DriverTree.Kind
  /// The driver that a new one is to stand under; nil for the aim.
  public var parent: String?
  /// The driver or idea that was selected, behind which a new one of its kind and place stands.
  public var selected: String?
  /// What is known already, as where a ramp of cycles becomes an idea of the diagram.
  public var text: String

  public init(
    projectID: String, id: String? = nil, kind: DriverTree.Kind = .driver, parent: String? = nil,
    selected: String? = nil, text: String = ""
  ) {
    self.projectID = projectID
    self.id = id
    self.kind = kind
    self.parent = parent
    self.selected = selected
    self.text = text
  }

  var draftName: String {
    "\(kind == .idea ? "idea" : "driver")-\(projectID)-\(id ?? "under-\(parent ?? "aim")")"
  }
}

/// One entry of a list in a project's document: a milestone, a barrier.
public struct ProjectEntry: Hashable, Sendable {
  public enum List: String, Hashable, Sendable { case milestones, barriers }

  public var projectID: String
  public var list: List
  /// Its place in the list, counted from 0; nil adds one.
  public var position: Int?

  public init(projectID: String, list: List, position: Int?) {
    self.projectID = projectID
    self.list = list
    self.position = position
  }

  var draftName: String {
    "\(list.rawValue)-\(projectID)-\(position.map(String.init) ?? "new")"
  }
}
