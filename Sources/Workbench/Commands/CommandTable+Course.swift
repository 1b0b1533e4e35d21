extension CommandTable {
  /// A project's milestones and barriers, its scores and its ramps.
  static let course: [Command] = opening + entries

  private static let opening: [Command] = [
    Command(
      "timeline", "milestones",
      help: "Show the project's milestones on a time axis, and its barriers.", group: .look,
      contexts: [.list, .page], sections: [.projects], keys: ["t"], hint: "milestones"
    ) { $0.openCourse(.timeline) }
    .blocked(by: Model.whyNoCourse),
    Command(
      "scores", "progress",
      help: "Show the scores of team and coach side by side, with the evidence and their history.",
      group: .look, contexts: [.list, .page], sections: [.projects], keys: ["s"],
      aliases: ["progress"], hint: "progress"
    ) { $0.openScoreForm() }
    .blocked(by: Model.whyNoCourse),
    Command(
      "ramps", "ramps", help: "Show the ramps of the project or of a driver on a time axis.",
      group: .look, contexts: [.list, .page], sections: [.projects], keys: ["R"], hint: "ramps"
    ) { $0.openCourse(.ramps) }
    .blocked(by: Model.whyNoCourse),
    Command(
      "course.timeline", "milestones", help: "Turn to the milestones and barriers.", group: .look,
      contexts: [.course], keys: ["t"], hint: "milestones"
    ) { $0.openCourse(.timeline) }
    .blocked { Model.whyNoTurning($0, .timeline) },
    Command(
      "course.ramps", "ramps", help: "Turn to the ramps.", group: .look, contexts: [.course],
      keys: ["R"], hint: "ramps"
    ) { $0.openCourse(.ramps) }
    .blocked { Model.whyNoTurning($0, .ramps) },
  ]

  private static let entries: [Command] = [
    Command(
      "score", "score", help: "Turn to the scores, and set one: a lead the team's, a coach theirs.",
      group: .change, contexts: [.course], keys: ["s"], hint: "score"
    ) { $0.openScoreForm() }
    .denied(by: Model.whyNot(.project)),
    Command(
      "milestone.add", "add milestone", help: "Say what should be reached by when.",
      group: .change, contexts: [.course], keys: ["a"], hint: "add milestone"
    ) { $0.openEntryForm(.milestones) }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoTimeline),
    Command(
      "barrier.add", "add barrier", help: "Say what stands in the way, and what helps.",
      group: .change, contexts: [.course], keys: ["b"], hint: "add barrier"
    ) { $0.openEntryForm(.barriers) }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoTimeline),
    Command(
      "entry.edit", "edit", help: "Change the selected milestone or barrier.", group: .change,
      contexts: [.course], keys: ["e"], hint: "edit"
    ) { $0.editCourse() }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoEntry),
    Command(
      "milestone.done", "done", help: "Tick the selected milestone, or open it again.",
      group: .change, contexts: [.course], keys: ["Space"], hint: "done"
    ) { $0.tickMilestone() }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoMilestone),
    Command(
      "entry.remove", "remove", help: "Take the selected milestone or barrier away.",
      group: .change, contexts: [.course], keys: ["d"]
    ) { $0.removeEntry() }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoEntry),
    Command(
      "course.down", "next", help: "Go to the next milestone, line or ramp.", group: .move,
      contexts: [.course], keys: ["Down", "j"]
    ) { $0.move(.by(1)) },
    Command(
      "course.up", "previous", help: "Go to the milestone, line or ramp before.", group: .move,
      contexts: [.course], keys: ["Up", "k"]
    ) { $0.move(.by(-1)) },
    Command(
      "course.left", "test before", help: "Go to the test before on a ramp.", group: .move,
      contexts: [.course], keys: ["Left", "h"]
    ) { $0.moveAlongRamp(by: -1) },
    Command(
      "course.right", "test after", help: "Go to the next test of a ramp.", group: .move,
      contexts: [.course], keys: ["Right", "l"]
    ) { $0.moveAlongRamp(by: 1) },
  ]
}
