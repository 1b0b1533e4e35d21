/// The roles of a project that nobody fills.
public enum RosterGaps {
  /// Every wanted role without a person on a day, in reading order. One person may hold several.
  ///
  /// - Parameter absent: members who stand on the roster and are not there any more.
  public static func unfilled(
    in project: Project, on day: CalendarDate, without absent: Set<String> = []
  ) -> [RosterRole] {
    let held = project.roster.filter { entry in
      !entry.member.isEmpty && !absent.contains(entry.member) && entry.isHeld(on: day)
    }
    let filled = Set(held.map(\.role))
    return RosterRole.wanted.filter { !filled.contains($0) }
  }
}
