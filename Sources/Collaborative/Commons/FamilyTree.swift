import DocumentStore
import Improvement

/// A resource among those that it was made from and those that were made from it, as a tree.
///
/// The links may form anything: a child of two parents stands under each, its own children only
/// once; what leads back to itself is cut where it does and marked. So drawing always ends, also
/// for what an unfriendly file says.
///
/// ```
/// Warm blanket                        4 sites
/// └─ Warm blanket for children        2 sites
///    ├─ Blanket with a story          not tried yet
///    └─ Warm blanket                  leads back
/// ```
public struct FamilyTree: Hashable, Sendable {
  /// A member of the family.
  public struct Node: Hashable, Sendable {
    public var id: DocumentID
    public var title: String
    public var parents: [DocumentID]
    /// What a parent is told to have changed into this one.
    public var whatChanged: String?

    public init(
      id: DocumentID, title: String, parents: [DocumentID] = [], whatChanged: String? = nil
    ) {
      self.id = id
      self.title = title
      self.parents = parents
      self.whatChanged = whatChanged
    }
  }

  /// A line of the tree.
  public struct Row: Hashable, Sendable {
    public enum Mark: Hashable, Sendable {
      case none
      /// It stands further up already, with what was made from it.
      case shownAbove
      /// It is one of those it was made from.
      case leadsBack
    }

    public var id: DocumentID
    /// What is drawn before it.
    public var lead: String
    /// What is drawn before its further lines.
    public var follow: String
    public var mark: Mark
  }

  public var rows: [Row]
  /// How many lines there were no room for.
  public var leftOut: Int

  /// Complexity: O(nodes log nodes + lines).
  ///
  /// - Parameters:
  ///   - nodes: the whole family.
  ///   - atMost: the most lines that are drawn.
  public init(of own: DocumentID, among nodes: [Node], atMost: Int = 400) {
    let known = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [DocumentID: [Node]] = [:]
    for node in known.values {
      for parent in Set(node.parents) where known[parent] != nil {
        children[parent, default: []].append(node)
      }
    }
    var drawing = Drawing(
      children: children.mapValues { $0.sorted { ($0.title, $0.id) < ($1.title, $1.id) } })
    drawing.room = atMost
    let roots = known.values
      .filter { node in !node.parents.contains { known[$0] != nil } }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    for root in roots { drawing.add(root.id, lead: "", follow: "") }
    // A family that is one circle has no beginning: it is told from the one that was asked for.
    if !drawing.seen.contains(own) { drawing.add(own, lead: "", follow: "") }
    rows = drawing.rows
    leftOut = drawing.leftOut
  }

  /// The tree while it is drawn. Depth is kept in a list and not in calls: a line of ten thousand
  /// children of children must not end the program.
  private struct Drawing {
    struct Step {
      var id: DocumentID
      var lead: String
      var follow: String
      /// Those above it, the root first.
      var above: Set<DocumentID>
    }

    let children: [DocumentID: [Node]]
    var rows: [Row] = []
    var seen: Set<DocumentID> = []
    var room = 0
    var leftOut = 0

    init(children: [DocumentID: [Node]]) { self.children = children }

    mutating func add(_ root: DocumentID, lead: String, follow: String) {
      var open = [Step(id: root, lead: lead, follow: follow, above: [])]
      while let step = open.popLast() {
        guard rows.count < room else {
          leftOut += 1
          continue
        }
        let isBack = step.above.contains(step.id)
        let isAgain = !isBack && seen.contains(step.id)
        let below = children[step.id] ?? []
        let isCut = isBack || isAgain
        rows.append(
          Row(
            id: step.id, lead: step.lead,
            follow: step.follow + (isCut || below.isEmpty ? "   " : "│  "),
            mark: isBack ? .leadsBack : isAgain && !below.isEmpty ? .shownAbove : .none))
        seen.insert(step.id)
        if isCut { continue }
        let above = step.above.union([step.id])
        for (index, child) in below.enumerated().reversed() {
          let isLast = index == below.count - 1
          open.append(
            Step(
              id: child.id, lead: step.follow + (isLast ? "└─ " : "├─ "),
              follow: step.follow + (isLast ? "   " : "│  "), above: above))
        }
      }
    }
  }
}
