import Improvement

extension CommandTable {
  /// Notes and visits: writing, answering, saying that something is done with.
  static let notes: [Command] = [
    Command(
      "site.note", "write a note",
      help: "Write about the site: a question, encouragement, coaching; shared or for coaches.",
      group: .change, contexts: [.list], sections: [.portfolio], documents: [.site], keys: ["a"],
      aliases: ["note"], hint: "note"
    ) { $0.openSiteNote() }
    .denied(by: Model.whyNot(.note)).blocked(by: Model.whyNoSite),
    Command(
      "site.visit", "write up a visit",
      help: "Keep a visit: when, how, with whom, about what, and what was agreed.",
      group: .change, contexts: [.list, .page], documents: [.site], keys: ["V"],
      aliases: ["visit"], hint: "visit"
    ) { $0.openSiteNote(.visit) }
    .denied(by: Model.whyNot(.note)).blocked(by: Model.whyNoSite),
    Command(
      "note.answer", "answer", help: "Answer the note that is open or selected.", group: .change,
      contexts: [.page], keys: ["A"], aliases: ["reply"]
    ) { $0.answerNote() }
    .denied(by: Model.whyNot(.note)).blocked(by: Model.whyNoNote),
    Command(
      "today.answer", "answer", help: "Answer the selected question or note.", group: .change,
      contexts: [.list], sections: [.today], keys: ["A"], hint: "answer"
    ) { $0.answerNote() }
    .denied(by: Model.whyNot(.note)).blocked(by: Model.whyNoNote),
    Command(
      "note.resolve", "resolved",
      help: "Mark the note that is open or selected as resolved, or open it again.",
      group: .change, contexts: [.page], keys: ["R"], aliases: ["resolve"]
    ) { $0.resolveNote() }
    .denied(by: Model.whyNotThisNote).blocked(by: Model.whyNoNote),
    Command(
      "today.resolve", "resolved",
      help: "Mark the selected question or note as resolved, or open it again.", group: .change,
      contexts: [.list], sections: [.today], keys: ["R"], hint: "resolved"
    ) { $0.resolveNote() }
    .denied(by: Model.whyNot(.note)).blocked(by: Model.whyNoNote),
  ]
}
