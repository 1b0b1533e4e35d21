import Improvement

extension CommandTable {
  /// What is made of a shared resource, and of a cycle that others may learn from.
  static let lineage: [Command] = [
    Command(
      "cycle.share", "share with the network",
      help: "Offer what the cycle taught to the commons, linked from it.", group: .change,
      contexts: [.list, .page], documents: [.cycle], keys: ["+"], aliases: ["contribute"]
    ) { $0.openCycleForm(.share) }
    .denied(by: Model.whyNot(.resource)),
    Command(
      "resource.adapt", "make it your own",
      help: "Make your own version of it; it names what it was made from and what changed.",
      group: .change, contexts: [.page], documents: [.resource], keys: ["A"], aliases: ["adapt"],
      hint: "adapt"
    ) { $0.openResourceForm(.adapt) }
    .denied(by: Model.whyNot(.resource)),
    Command(
      "resource.take", "take the package on",
      help: "Let a site take a package on, in whole or in part.", group: .change,
      contexts: [.list, .page], documents: [.resource], keys: ["+"], aliases: ["take on"],
      hint: "take on"
    ) { $0.openResourceForm(.takeOn) }
    .denied(by: Model.whyNot(.adoption)),
    Command(
      "resource.family", "family",
      help: "Show what it was made from and what was made from it, as a tree.", group: .look,
      contexts: [.list, .page], documents: [.resource], keys: ["L"], aliases: ["family"],
      hint: "family"
    ) { $0.openAspect(.family) }
    .blocked { $0.isShowing(.family) ? "it is shown already" : nil },
    Command(
      "resource.package", "sites by elements",
      help: "Show which sites took which elements of a package, and how reliably.", group: .look,
      contexts: [.list, .page], documents: [.resource], keys: ["P"], aliases: ["package"],
      hint: "sites by elements"
    ) { $0.openAspect(.package) }
    .blocked { $0.isShowing(.package) ? "it is shown already" : nil },
    Command(
      "resource.export", "export",
      help: "Copy the command that writes it with all it is made of to a file.", group: .look,
      contexts: [.list, .page], documents: [.resource], keys: ["x"], aliases: ["export"]
    ) { $0.copyExportCommand() },
  ]
}
