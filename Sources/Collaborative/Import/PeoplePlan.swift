import DocumentStore
import Improvement
import JSONTree

/// What bringing in a table of people or of their roles would do; nothing has happened yet.
public struct PeoplePlan: Sendable {
  /// What the rows of the table are.
  public enum Subject: Hashable, Sendable { case roles, members }

  public let subject: Subject
  /// Rows that were looked at.
  public internal(set) var rows = 0
  public internal(set) var added = 0
  public internal(set) var changed = 0
  public internal(set) var same = 0
  /// Rows that name nobody, such as the gaps of a roster that was written out.
  public internal(set) var empty = 0
  /// What is allowed and may yet be a mistake, in words.
  public internal(set) var remarks: [String] = []
  /// The first problems in the order of rows; with any, nothing can be applied.
  public internal(set) var problems: [ImportProblem] = []
  public internal(set) var problemCount = 0
  var operations: [Operation] = []

  public var changesNothing: Bool { operations.isEmpty }

  /// So many rows are a table of something else.
  public static let mostRows = 50_000
  /// How many problems and remarks are told.
  private static let mostTold = 10

  init(_ subject: Subject) { self.subject = subject }

  mutating func note(_ problem: ImportProblem) {
    problemCount += 1
    if problems.count < Self.mostTold { problems.append(problem) }
  }

  mutating func remark(_ words: String) {
    if remarks.count < Self.mostTold { remarks.append(words) }
  }

  /// Remembers that the table is broken from here on.
  public mutating func noteUnreadable(_ words: String, row: Int) {
    note(ImportProblem(row: row, column: nil, reason: .unreadable(words)))
  }
}

extension PeoplePlan {
  private func noun(_ count: Int) -> String {
    switch subject {
    case .roles: count == 1 ? "role" : "roles"
    case .members: count == 1 ? "member" : "members"
    }
  }

  /// What would happen, a line for each thing.
  public var preview: [String] {
    var lines = [
      "\(noun(2))".padded(to: 9) + "\(added) new, \(changed) changed, \(same) as they are"
    ]
    if empty > 0 { lines.append("nobody".padded(to: 9) + "in \(empty) rows, which are left out") }
    return lines + remarks.map { "note".padded(to: 9) + $0 }
  }

  /// What happened, once it has.
  public var done: String {
    let written = added + changed
    if written == 0 {
      return same == 0
        ? "nothing to change: the table names nobody"
        : "nothing to change: \(same == 1 ? "the \(noun(1)) is" : "all \(same) \(noun(same)) are") "
          + "there already"
    }
    return "imported \(written) \(noun(written)) (\(added) new, \(changed) changed)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}

extension Collaboration {
  /// Does what a plan says, all of it in one transaction or nothing.
  public func apply(_ plan: PeoplePlan) throws(CollaborationError) {
    guard plan.problemCount == 0 else { throw .importHasProblems(plan.problemCount) }
    guard !plan.changesNothing else { return }
    try requireSameRights()
    _ = try commit(
      plan.operations, verb: plan.subject == .roles ? "import:project" : "import:member",
      note: plan.done)
  }
}
