import Improvement

extension CommandTable {
  /// What is done about the need or the offer that is selected or open.
  static let exchange: [Command] = [
    Command(
      "exchange.matches", "what fits",
      help: "Show what fits a need or an offer, with the reason for each.", group: .look,
      contexts: [.list, .page], documents: [.need, .offer], keys: ["="], aliases: ["matches"],
      hint: "what fits"
    ) { $0.openMatches() },
    Command(
      "exchange.accept", "accept match",
      help: "Bring the need and the selected offer together; both people see it on Today.",
      group: .change, contexts: [.page], documents: [.need, .offer], keys: ["Y"],
      aliases: ["accept"], hint: "accept"
    ) { $0.acceptMatch() }
    .denied(by: Model.whyNotThis).blocked(by: Model.whyNoMatch),
    Command(
      "exchange.fulfil", "say who helped",
      help: "Say who helped with a need and how much, and thank them.", group: .change,
      contexts: [.list, .page], documents: [.need], keys: ["F"], aliases: ["fulfil", "thank"],
      hint: "who helped"
    ) { $0.openFulfilForm() }
    .denied(by: Model.whyNotThisOne),
    Command(
      "exchange.withdraw", "withdraw",
      help: "Take a need or an offer off the list, or put it back.", group: .change,
      contexts: [.list, .page], documents: [.need, .offer], keys: ["w"],
      aliases: ["retract", "reopen"]
    ) { $0.withdrawOrReopen() }
    .denied(by: Model.whyNotThisOne).blocked(by: Model.whyNothingInQuestion),
  ]
}
