import DocumentStore
import Improvement

extension Collaboration {
  /// A project's roster on its page: who holds each role and for how long, who will, the gaps.
  func rosterLines(_ project: Project) -> [PageLine] {
    rosterRows(of: project).map { row in
      guard let member = row.memberID else {
        return .field(label: row.role, value: row.person, tone: .caution)
      }
      let parts = [row.person, row.time, row.remark].filter { !$0.isEmpty }
      return .field(
        label: row.role, value: parts.joined(separator: ", "), tone: row.isOdd ? .caution : .plain,
        target: destination(.member, member))
    }
  }

  /// The roles that have ended, the last first: who has been in a team stays in its history.
  func earlierRosterLines(_ project: Project) -> [PageLine] {
    Self.ended(project.roster, by: clock.today).map { entry in
      .field(
        label: entry.role.label,
        value: "\(person(entry.member).name), \(Self.spanWords(of: entry))", tone: .quiet,
        target: destination(.member, entry.member))
    }
  }

  /// The roles that have ended before a day, the last first.
  static func ended(_ roster: [RosterEntry], by day: CalendarDate) -> [RosterEntry] {
    roster.filter { $0.hasEnded(by: day) }.enumerated().sorted { left, right in
      (right.element.to?.daysSince1970 ?? 0, left.offset)
        < (left.element.to?.daysSince1970 ?? 0, right.offset)
    }.map(\.element)
  }

  /// From when to when a role was held, and how long that is: `1 Oct 2024 to 3 Jan 2026, 15 months`.
  static func spanWords(of entry: RosterEntry) -> String {
    guard let to = entry.to else { return entry.from.map { "since \($0.label)" } ?? "" }
    guard let from = entry.from else { return "until \(to.label)" }
    // The last day counts as well.
    return "\(from.label) to \(to.label), \(to.adding(days: 1).elapsedWords(since: from))"
  }
}
