import Collaborative

extension CommandTable {
  /// Finding one's way among what others share.
  static let browsing: [Command] = [
    Command(
      "commons.facets", "narrow by facets",
      help: "Narrow the commons by kind, driver, audience, perspective, evidence, context, "
        + "language and site.",
      group: .look, contexts: [.list], sections: [.commons], keys: ["f"], aliases: ["facets"],
      hint: "narrow"
    ) { $0.openFacets(Facet.self) },
    Command(
      "commons.order", "order",
      help: "Order the commons by how well they fit, by how many sites tried them, or by age.",
      group: .look, contexts: [.list], sections: [.commons], keys: ["o"], hint: "order"
    ) { $0.nextCommonsOrder() },
    Command(
      "commons.searches", "saved searches",
      help: "Keep what you look for in the commons under a name, or open what you kept.",
      group: .look, contexts: [.list], sections: [.commons], keys: ["b"],
      aliases: ["save search"], hint: "saved"
    ) { $0.openKept(SavedSearch.self) }
    .denied { $0.identity?.role == .visitor ? "only members keep searches" : nil },
  ]
}
