extension GateDenial {
  var words: String {
    switch self {
    case .noMember(let login):
      "no member has the login “\(login)”; ask a steward to add it, or to write the line of your "
        + "key again"
    case .unreadableMembers(let login, let damage, let count):
      "nobody can tell whether a member has the login “\(login)”: the member’s document "
        + "\(damage.place) is damaged (\(damage.problem))"
        + (count > 1 ? " and \(count - 1) more \(count == 2 ? "is" : "are")" : "")
        + "; ask a steward to bring it back as huddle doctor says, and not to add the login again"
    case .left(let login, let day):
      "the member with the login “\(login)” is not active today, having left on \(day.label); ask a "
        + "steward to come back"
    case .notYet(let login, let day):
      "the member with the login “\(login)” is not active today: their time begins on "
        + "\(day.label); come then, or ask a steward to set active.from to an earlier day"
    case .severalMembers(let login, let count):
      "\(count) members have the login “\(login)”, so that nobody knows which of them you are; ask "
        + "a steward to give each a login of their own, huddle doctor says which they are"
    case .noRole(let login):
      "the member with the login “\(login)” has no role that this huddle knows; ask a steward to "
        + "set networkRole"
    case .severalRoles(let login):
      "the member with the login “\(login)” was given two roles at the same moment; ask a steward to "
        + "choose one, with huddle set \(login) networkRole=ROLE"
    case .siteGone(let login, let site):
      "a site of the member with the login “\(login)” is gone (\(site)); ask a steward to bring it "
        + "back or to set siteIds"
    }
  }
}
