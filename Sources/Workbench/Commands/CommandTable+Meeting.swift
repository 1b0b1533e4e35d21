extension CommandTable {
  /// The team's weekly meeting.
  static let meeting: [Command] = [
    Command(
      "meeting", "the huddle",
      help: "Open the meeting page: what is to do, cycles with prediction beside result, new "
        + "numbers, decisions.",
      group: .look, contexts: [.list], sections: [.today, .projects], keys: ["m"],
      aliases: ["huddle"], hint: "huddle"
    ) { $0.openMeeting() },
    Command(
      "page.meeting", "the huddle", help: "Open the meeting page of the project.", group: .look,
      contexts: [.page], documents: [.project], keys: ["m"]
    ) { $0.openMeeting() },
    Command(
      "today.tick", "done", help: "Tick off what is done, or take the tick away.",
      group: .change, contexts: [.list], sections: [.today], keys: ["Space"], hint: "done"
    ) { $0.tick() }
    .denied(by: Model.whyNoWriting).blocked(by: Model.whyNothingToTick),
    Command(
      "meeting.tick", "done", help: "Tick off what is done, or take the tick away.",
      group: .change, contexts: [.meeting], keys: ["Space"], hint: "done"
    ) { $0.tick() }
    .denied(by: Model.whyNoWriting).blocked(by: Model.whyNothingToTick),
    Command(
      "meeting.add", "decision or action",
      help: "Write down what is decided; with who or by when it is an action.", group: .change,
      contexts: [.meeting], keys: ["a"], aliases: ["decide"], hint: "decide"
    ) { $0.openDecisionForm() }
    .denied(by: Model.whyNot(.note)).blocked(by: Model.whyNoAgenda),
    Command(
      "meeting.log", "log number", help: "Enter a number for the measure.", group: .change,
      contexts: [.meeting], keys: ["o"], hint: "log number"
    ) { $0.openMeetingLog() }
    .denied(by: Model.whyNot(.series)).blocked(by: Model.whyNoNumber),
    Command(
      "meeting.next.stage", "next stage", help: "Move the cycle to its next stage.",
      group: .change, contexts: [.meeting], keys: [">"], hint: "next stage"
    ) { $0.moveCycleOfMeeting() }
    .denied(by: Model.whyNot(.cycle)).blocked(by: Model.whyNoCycle),
    Command(
      "meeting.minutes", "minutes",
      help: "Copy the minutes as Markdown, and keep that the meeting was held.", group: .change,
      contexts: [.meeting], keys: ["x"], aliases: ["minutes"], hint: "minutes"
    ) { $0.takeMinutes() }
    .denied(by: Model.whyNot(.note)).blocked(by: Model.whyNoAgenda),
    Command(
      "meeting.part", "next item", help: "Go to the next point of the agenda.", group: .move,
      contexts: [.meeting], keys: ["n", "Tab"], hint: "next item"
    ) { $0.moveToNextPart() },
    Command(
      "meeting.down", "next", help: "Go to the next line.", group: .move, contexts: [.meeting],
      keys: ["Down", "j"]
    ) { $0.move(.by(1)) },
    Command(
      "meeting.up", "previous", help: "Go to the line before.", group: .move,
      contexts: [.meeting], keys: ["Up", "k"]
    ) { $0.move(.by(-1)) },
    Command(
      "meeting.open", "open", help: "Open what is talked about.", group: .look,
      contexts: [.meeting], keys: ["Enter"], hint: "open"
    ) { $0.openSelected() }
    .blocked { $0.selectedTarget == nil ? "there is nothing to open" : nil },
    Command(
      "meeting.project.next", "next project", help: "Turn to the meeting of your next project.",
      group: .look, contexts: [.meeting], keys: ["]"], hint: "project"
    ) { $0.moveToMeeting(by: 1) }
    .blocked(by: Model.whyNoOtherMeeting),
    Command(
      "meeting.project.before", "project before",
      help: "Turn to the meeting of your project before.", group: .look, contexts: [.meeting],
      keys: ["["]
    ) { $0.moveToMeeting(by: -1) }
    .blocked(by: Model.whyNoOtherMeeting),
  ]
}
