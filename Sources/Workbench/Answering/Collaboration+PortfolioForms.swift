import Collaborative
import Improvement
import Insights
import Widgets

extension Collaboration {
  /// Which of a site's reasons shall wait, and until when.
  func snoozeForm(_ siteID: String) throws(CollaborationError) -> FormContent {
    let reviewed = try reviewedReasons(at: siteID)
    let now = reviewed.now
    let waiting = reviewed.waiting
    let choices =
      now.map { FormField.Choice($0.key, $0.choiceLabel) }
      + waiting.map {
        FormField.Choice($0.reason.key, "\($0.reason.choiceLabel) (until \($0.until.label))")
      }
    return FormContent(
      title: "Let a reason wait: \(name(of: siteID))",
      fields: [
        FormField(
          id: "reason", label: "Reason", help: now.map(\.words).joined(separator: "\n"),
          isRequired: true, input: .choice(choices)),
        FormField(
          id: "until", label: "Until",
          help: "The day it comes back, e.g. +2w, 2026-03-14; now brings back one that waits.",
          isRequired: true),
      ],
      values: [
        "reason": choices.first?.value ?? "", "until": now.isEmpty ? "now" : "+2w",
      ], focus: "until")
  }

  func saveSnooze(
    _ values: [String: String], at siteID: String
  ) throws(CollaborationError) -> Outcome {
    try snooze([values["reason"] ?? ""], at: siteID, typed: values["until"] ?? "")
  }
}

extension AttentionReason {
  /// Kind and finding in one line.
  fileprivate var choiceLabel: String { "\(kind.label): \(words)" }
}
