/// The roles of a project that nobody fills.
public enum RosterGaps {
  /// Every wanted role without a person on a day, in reading order. One person may hold several.
  public static func unfilled(in project: Project, on day: CalendarDate) -> [RosterRole] {
    let held = Set(project.roster.filter { !$0.member.isEmpty && $0.isHeld(on: day) }.map(\.role))
    return RosterRole.wanted.filter { !held.contains($0) }
  }
}
