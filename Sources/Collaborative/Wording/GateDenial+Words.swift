extension GateDenial {
  var words: String {
    switch self {
    case .noMember(let login):
      "no member has the login “\(login)”; ask a steward to add it, or to write the line of your "
        + "key again"
    case .inactive(let login):
      "the member with the login “\(login)” is not active today; ask a steward to come back"
    case .severalMembers(let login, let count):
      "\(count) members have the login “\(login)”, so that nobody knows which of them you are; ask "
        + "a steward to give each a login of their own"
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
