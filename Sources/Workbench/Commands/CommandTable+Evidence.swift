import Improvement

extension CommandTable {
  /// What is done with a shared resource that others tried, or could try.
  static let evidence: [Command] = [
    Command(
      "resource.try", "try it here",
      help: "Begin your site's try-out with a first small cycle; who leads no team suggests it.",
      group: .change, contexts: [.list, .page], documents: [.resource], keys: ["t"],
      aliases: ["try", "suggest"], hint: "try it here"
    ) { $0.openTryOut() }
    .denied { Model.whyNot($0.identity?.leadsProject == false ? .note : .adoption)($0) },
    Command(
      "resource.ask", "ask who tried it",
      help: "Ask somebody whose site tried it, if they agreed to be asked.", group: .change,
      contexts: [.list, .page], documents: [.resource], keys: ["c"], aliases: ["contact"],
      hint: "ask one of them"
    ) { $0.openCommonsForm { .question(resourceID: $0) } }
    .denied(by: Model.whyNot(.note)),
    Command(
      "resource.tried", "who tried it",
      help: "Show every site that tried it: how far, its charts, its cycles, why it stopped.",
      group: .look, contexts: [.list, .page], documents: [.resource], keys: ["w"],
      aliases: ["evidence"], hint: "who tried it"
    ) { $0.openTried() },
  ]
}
