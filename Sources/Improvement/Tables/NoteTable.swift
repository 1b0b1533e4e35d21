import JSONTree

/// The fields of a note: what someone says about something.
enum NoteTable {
  static let table = DocumentTable(
    .note, title: "body",
    [
      Field(
        "body", .longText, "Text", "What you want to say.", [.listed, .quick, .searchable],
        required: .always),
      Field(
        "kind", NoteKind.kind, "Kind",
        "comment, question, encouragement, coaching, visit or decision",
        [.listed, .quick],
        required: .always, initial: "comment"),
      Field("target.type", .choice(targetTypes), "About", "What it is about, e.g. cycle.", .listed),
      Field("target.id", .anyReference, "About which", "The document it is about.", .listed),
      Field("target.field", .text, "About which field", "e.g. plan.objective"),
      Field("to", .reference(.member), "To", "Whom it is for; they find it on their Today."),
      Field(
        "resource", .reference(.resource), "Suggested", "What a team is asked to try.",
        required: .when(.isOneOf("kind", ["suggestion"]))),
      Field(
        "answer", SuggestionAnswer.kind, "Answer",
        "yes, not now or no; of an answer to a suggestion"
      ),
      Field(
        "visit.date", .date, "Visited on", "The day of the visit.",
        required: .when(.isOneOf("kind", ["visit"]))),
      Field("visit.mode", VisitMode.kind, "How", "in-person, video or phone"),
      Field("visit.minutes", .integer, "Minutes", "How long it took, e.g. 45.", unit: "minutes"),
      Field("visit.attendees", .list(.reference(.member)), "Who was there", "Who took part."),
      Field("visit.focus", .text, "Focus", "e.g. Getting the data in on time"),
      Field(
        "actions",
        .records(
          [
            Field(
              "what", .text, "What", "e.g. Ask IT for the monthly list", .searchable,
              required: .always),
            Field("who", .reference(.member), "Who", "Who does it."),
            Field("due", .date, "Due", "e.g. fri"),
            Field("done", .completion, "Done on", "The day it was done."),
          ], keyedBy: nil), "Actions", "What was agreed, who does it and by when."),
      Field(
        "concernLevel", ConcernLevel.kind, "Concern", "How worried you are: none, watch or concern."
      ),
      Field(
        "privateToCoaches", .boolean, "Only for coaches", "Whether only coaches may read it.",
        initial: false),
      Field("replyTo", .reference(.note), "Answer to", "The note it answers."),
      Field(
        "resolved", .boolean, "Resolved", "Whether it is answered or done with.", .listed,
        initial: false),
      Field("review.on", .date, "Reviewed on", "The day a coach last looked at the site."),
      Field(
        "review.seen", .list(.text), "Seen then",
        "The reasons that were there when the site was reviewed."),
      Field(
        "review.waiting",
        .records(
          [
            Field("reason", .text, "Reason", "Which reason waits.", required: .always),
            Field(
              "until", .date, "Until", "The day it comes back, e.g. +2w.", required: .always),
          ], keyedBy: "reason"), "Waiting", "Reasons that wait until a day."),
    ])

  private static let targetTypes = DocumentType.authored.map {
    Choice(value: $0.rawValue, label: $0.label)
  }
}
