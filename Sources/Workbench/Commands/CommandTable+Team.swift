import Improvement

extension CommandTable {
  /// Rosters by project and by site, sites within sites, and who takes which role from when on.
  static let team: [Command] = [
    Command(
      "team.face", "by project, by site, or sites",
      help: "Show rosters by project, by site, or the tree of sites within sites.",
      group: .look, contexts: [.list], sections: [.team], keys: ["v"],
      aliases: ["by site", "by project", "site tree"], hint: "by site"
    ) { $0.showNextTeamFace() },
    Command(
      "role.add", "add role", help: "Put somebody on the roster, or fill a gap.", group: .change,
      contexts: [.list], sections: [.team], keys: ["a"], aliases: ["add role"], hint: "add role"
    ) { $0.openRosterForm(.add) }
    .denied(by: Model.whyNotThisRoster).blocked(by: Model.whyNoRoster),
    Command(
      "role.hand-over", "hand over role",
      help: "Hand a role over: who takes it, from which day on; the old one ends the day before.",
      group: .change, contexts: [.list], sections: [.team], keys: [">"],
      aliases: ["hand over", "hand over role"], hint: "hand over"
    ) { $0.openRosterForm(.handOver) }
    .denied(by: Model.whyNotThisRoster).blocked(by: Model.whyNobodyHoldsIt),
    Command(
      "role.edit", "edit role or person",
      help: "Change who holds a role, since when and until when, or the person or site.",
      group: .change, contexts: [.list], sections: [.team], keys: ["e"], aliases: ["edit role"],
      hint: "edit"
    ) { $0.editTeamRow() }
    .denied(by: Model.whyNotThisTeamRow).blocked(by: Model.whyNothingInQuestion),
    Command(
      "role.end", "end role", help: "Let somebody's role end, today or on another day.",
      group: .change, contexts: [.list], sections: [.team], keys: ["d"], aliases: ["end role"],
      hint: "end role"
    ) { $0.openRosterForm(.end) }
    .denied(by: Model.whyNotThisRoster).blocked(by: Model.whyNobodyHoldsIt),
    Command(
      "member.add", "add person", help: "Add somebody to the network.", group: .change,
      contexts: [.list], sections: [.team], keys: ["A"], aliases: ["add member", "add person"]
    ) { $0.openForm(.add(.member, preset: $0.presetOfNewMember)) }
    .denied(by: Model.whyNotAdd(.member)),
    Command(
      "site.part", "add site within", help: "Add a site within the selected one.", group: .change,
      contexts: [.list], sections: [.team], documents: [.site], keys: ["a"],
      aliases: ["add site within"], hint: "add site within"
    ) { $0.openForm(.add(.site, preset: $0.presetOfNewPart)) }
    .denied(by: Model.whyNotAdd(.site)),
  ]
}
