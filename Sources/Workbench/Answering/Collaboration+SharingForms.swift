import Collaborative
import Improvement

extension Collaboration {
  /// This person with the reason that a form's last question asked for, and the form's own values.
  func withReason(
    in values: [String: String]
  ) throws(CollaborationError) -> (collaboration: Collaboration, values: [String: String]) {
    var values = values
    let reason = values.removeValue(forKey: FormState.reasonField) ?? ""
    if reason.allSatisfy(\.isWhitespace) { return (self, values) }
    return (try sharing(although: reason), values)
  }

  /// What others will read once a form is saved; nil where that is nothing new, and where the form
  /// will be refused anyway.
  func preview(of subject: FormSubject, _ given: [String: String]) -> SharingPreview? {
    var values = given
    values[FormState.reasonField] = nil
    var content = FormContent(title: "", fields: [], values: values)
    if case .edit(let target) = subject { content.base = try? document(target.id) }
    let preview = try? previewOfSharing { (trial) throws(CollaborationError) in
      _ = try trial.save(subject, values, content)
    }
    return preview ?? nil
  }

  /// What to mend, beside the fields where it stands.
  static func refusal(
    _ reminders: [SharingReminder], for visibility: Visibility?, _ subject: FormSubject,
    _ values: [String: String]
  ) -> Refusal {
    var fields: [String: String] = [:]
    for reminder in reminders {
      let path = subject.formID(of: reminder.path.description)
      // A list is asked for in one field.
      let field =
        values[path] == nil
        ? reminder.path.steps.indices.reversed().lazy
          .map { reminder.path.steps[...$0].joined(separator: ".") }
          .first { values[$0] != nil } ?? path : path
      fields[field] = [fields[field], reminder.words].compactMap(\.self).joined(separator: "; ")
    }
    let who = (visibility ?? .network).readersWords
    let places = reminders.prefix(2).map { "\($0.label): “\($0.marked)”" }.joined(separator: "; ")
    var refusal = Refusal(
      words: "\(who) would read \(places). Mend it, or say in the last field why it may stay; ^s "
        + "goes on.",
      fields: fields)
    refusal.asksForReason = true
    return refusal
  }
}
