import Improvement

extension CommandTable {
  /// What is done to the cycle that is selected or open, wherever it is shown.
  static let cycles: [Command] = [
    Command(
      "measure.test", "test a change",
      help: "Plan a PDSA cycle whose prediction this measure will tell.", group: .change,
      contexts: [.list, .chart], sections: [.measures], documents: [.series], keys: ["a"]
    ) { $0.openAddCycle() }
    .denied(by: Model.whyNot(.cycle)),
    cycle(
      "cycle.next", "next stage", help: "Move the cycle to its next stage; says what is missing.",
      keys: [">"], aliases: ["move on"], hint: "next stage"
    ) { $0.moveCycle(isForwards: true) }
    .denied(by: Model.whyNot(.cycle)).blocked { $0.whyNotMove(isForwards: true) },
    cycle(
      "cycle.previous", "stage before", help: "Move the cycle back to the stage before.",
      keys: ["<"], aliases: ["move back"]
    ) { $0.moveCycle(isForwards: false) }
    .denied(by: Model.whyNot(.cycle)).blocked { $0.whyNotMove(isForwards: false) },
    cycle(
      "cycle.observe", "note what you see",
      help: "Add what was seen while the test runs, with the time and your name.", keys: ["o"],
      aliases: ["observe"], hint: "note what you see"
    ) { $0.openCycleForm(.observation) },
    cycle(
      "cycle.score", "compare predictions",
      help: "Hold each prediction against what came of it, and say what that teaches.",
      keys: ["s"], aliases: ["score"], hint: "compare"
    ) { $0.openCycleForm(.scores) },
    cycle(
      "cycle.decide", "decide", help: "Adopt, adapt, abandon, scale up or repeat, and say why.",
      keys: ["D"], hint: "decide"
    ) { $0.openCycleForm(.decision) },
    cycle(
      "cycle.harm", "note harm",
      help: "Note harm in a cycle; the coach sees it at once. It replaces no incident report.",
      keys: ["!"], aliases: ["harm"]
    ) { $0.openCycleForm(.harm) },
    cycle(
      "cycle.clone", "copy for my team",
      help: "Begin a cycle of your own from this one, without its results, dates and people.",
      keys: ["C"], aliases: ["clone"], hint: "copy for my team"
    ) { $0.openCycleForm(.clone) },
    Command(
      "cycle.ramp", "ramp", help: "Show the chain of tests that the cycle is part of.",
      group: .look, contexts: [.list, .page], documents: [.cycle], keys: ["R"], hint: "ramp"
    ) { $0.openAspect(.ramp) }
    .blocked { $0.whyNot(.ramp) },
    Command(
      "cycle.predictions", "what predictions taught",
      help: "Show how the project's predictions came out over time, and what surprises taught.",
      group: .look, contexts: [.list, .page], documents: [.cycle], keys: ["L"],
      aliases: ["predictions"]
    ) { $0.openAspect(.predictions) }
    .blocked { $0.whyNot(.predictions) },
  ]

  private static func cycle(
    _ id: String, _ title: String, help: String, keys: [Keystroke], aliases: [String] = [],
    hint: String? = nil, run: @escaping @Sendable (inout Model) -> [Effect]
  ) -> Command {
    Command(
      id, title, help: help, group: .change, contexts: [.list, .page], documents: [.cycle],
      keys: keys, aliases: aliases, hint: hint, run: run
    )
    .denied(by: Model.whyNot(.cycle))
  }
}
