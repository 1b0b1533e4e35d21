import Collaborative
import Improvement

extension CommandTable {
  /// What a coach does with the sites they look after.
  static let portfolio: [Command] = visiting + keepingAnEye + portfolioFaces

  private static let visiting: [Command] = [
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
      "site.evidence", "open the evidence",
      help: "Open what the most pressing reason of the site rests on.", group: .look,
      contexts: [.list, .page], sections: [.portfolio], documents: [.site], keys: ["o"],
      aliases: ["evidence"], hint: "evidence"
    ) { $0.openEvidence() }
    .blocked(by: Model.whyNoEvidence),
    Command(
      "site.story", "story", help: "Tell everything that happened at the site, day by day.",
      group: .look, contexts: [.list, .page], documents: [.site], keys: ["t"],
      aliases: ["story"], hint: "story"
    ) { $0.openStory() }
    .blocked { Model.whyNoSite($0) ?? ($0.isShowingStory ? "it is shown already" : nil) },
  ]

  private static let keepingAnEye: [Command] = [
    Command(
      "site.reviewed", "reviewed",
      help: "Keep that you looked at the site; from now on you see what is new since.",
      group: .change, contexts: [.list, .page], sections: [.portfolio], documents: [.site],
      keys: ["M"], hint: "reviewed"
    ) { $0.reviewSite() }
    .denied(by: Model.whyNoCoach).blocked(by: Model.whyNoReview),
    Command(
      "site.score", "score progress",
      help: "Score how far the site's team has come, with every anchor in sight.",
      group: .change, contexts: [.list, .page], sections: [.portfolio], documents: [.site],
      keys: ["s"], hint: "score"
    ) { $0.scoreSite() }
    .blocked(by: Model.whyNoScore),
    Command(
      "site.snooze", "let a reason wait",
      help: "Let a reason of the site wait until a day, or bring back one that waits.",
      group: .change, contexts: [.list, .page], sections: [.portfolio], documents: [.site],
      keys: ["z"], aliases: ["snooze"], hint: "wait"
    ) { $0.openSnoozeForm() }
    .denied(by: Model.whyNoCoach).blocked(by: Model.whyNothingToWait),
  ]

  private static let portfolioFaces: [Command] = [
    Command(
      "portfolio.facets", "narrow",
      help: "Narrow the portfolio by region, cohort, kind, reason, finding, numbers and coach.",
      group: .look, contexts: [.list], sections: [.portfolio], keys: ["f"], aliases: ["facets"],
      hint: "narrow"
    ) { $0.openFacets(SiteFacet.self) },
    Command(
      "portfolio.saved", "saved filters",
      help: "Keep how you look at the portfolio under a name, or open what you kept.",
      group: .look, contexts: [.list], sections: [.portfolio], keys: ["b"],
      aliases: ["save filter"]
    ) { $0.openKept(SavedPortfolio.self) }
    .denied { $0.identity?.role == .visitor ? "only members keep filters" : nil },
    Command(
      "portfolio.measure", "choose the measure",
      help: "Choose the measure by which every site is looked at.", group: .look,
      contexts: [.list], sections: [.portfolio], keys: ["m"], aliases: ["measure"],
      hint: "measure"
    ) { $0.openMeasureChoice() },
    Command(
      "portfolio.groups", "sites or groups",
      help: "Put the sites together by region, by cohort, by kind, or show them one by one.",
      group: .look, contexts: [.list], sections: [.portfolio], keys: ["v"],
      aliases: ["roll up"], hint: "groups"
    ) { $0.nextGrouping() },
    Command(
      "portfolio.package", "sites by elements",
      help: "Show which sites took which elements of a package, and how reliably.", group: .look,
      contexts: [.list], sections: [.portfolio], keys: ["P"], aliases: ["matrix"]
    ) { $0.openPackageChoice() },
  ]
}
