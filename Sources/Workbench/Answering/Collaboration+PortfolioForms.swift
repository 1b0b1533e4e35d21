import Collaborative
import Improvement
import Insights
import Widgets

extension Collaboration {
  /// Which of a site's reasons shall wait, and until when.
  func snoozeForm(_ siteID: String) throws(CollaborationError) -> FormContent {
    let reasons = try reviewedReasons(at: siteID).now
    return FormContent(
      title: "Let a reason wait: \(name(of: siteID))",
      fields: [
        FormField(
          id: "reason", label: "Reason", help: reasons.map(\.words).joined(separator: "\n"),
          isRequired: true,
          input: .choice(reasons.map { FormField.Choice($0.key, $0.choiceLabel) })),
        FormField(
          id: "until", label: "Until", help: "The day it comes back, e.g. +2w, 2026-03-14.",
          isRequired: true),
      ], values: ["reason": reasons.first?.key ?? "", "until": "+2w"], focus: "until")
  }

  func saveSnooze(
    _ values: [String: String], at siteID: String
  ) throws(CollaborationError) -> Outcome {
    let text = values["until"] ?? ""
    guard let until = CalendarDate(typed: text, today: clock.today), until > clock.today else {
      throw .notLater(text, field: "until")
    }
    return try snooze(values["reason"] ?? "", at: siteID, until: until)
  }
}

extension AttentionReason {
  /// Kind and finding in one line.
  fileprivate var choiceLabel: String { "\(kind.label): \(words)" }
}
