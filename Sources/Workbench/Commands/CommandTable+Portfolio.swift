import Improvement

extension CommandTable {
  /// What a coach does with the sites they look after.
  static let portfolio: [Command] = [
    Command(
      "site.next", "next site that needs you", help: "Go to the next site that needs its coach.",
      group: .move, contexts: [.list, .page], sections: [.portfolio], documents: [.site],
      keys: ["]"], hint: "next that needs you"
    ) { $0.goToSiteInNeed(by: 1) }
    .blocked(by: Model.whyNoSiteInNeed),
    Command(
      "site.previous", "site before that needs you",
      help: "Go to the site before that needs its coach.", group: .move,
      contexts: [.list, .page], sections: [.portfolio], documents: [.site], keys: ["["]
    ) { $0.goToSiteInNeed(by: -1) }
    .blocked(by: Model.whyNoSiteInNeed),
    Command(
      "site.reviewed", "reviewed",
      help: "Keep that you looked at the site; from now on you see what is new since.",
      group: .change, contexts: [.list, .page], sections: [.portfolio], documents: [.site],
      keys: ["M"], hint: "reviewed"
    ) { $0.reviewSite() }
    .blocked(by: Model.whyNoReview),
    Command(
      "site.score", "score progress",
      help: "Score how far the site's team has come, with every anchor in sight.",
      group: .change, contexts: [.list, .page], sections: [.portfolio], documents: [.site],
      keys: ["s"], hint: "score"
    ) { $0.scoreSite() }
    .blocked(by: Model.whyNoScore),
    Command(
      "site.snooze", "let a reason wait",
      help: "Let a reason of the site wait until a day; it comes back then.", group: .change,
      contexts: [.list, .page], sections: [.portfolio], documents: [.site], keys: ["z"],
      aliases: ["snooze"]
    ) { $0.openSnoozeForm() }
    .blocked(by: Model.whyNothingToWait),
  ]
}
