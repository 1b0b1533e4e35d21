import Collaborative
import Improvement
import Widgets

/// What a form asks before others see what it holds.
extension FormState {
  /// The question that is added where something looks as if it told who somebody is; it is no field of
  /// a document.
  static let reasonField = "sharing.reason"

  /// Adds the question why something may be shared nevertheless, once.
  mutating func askForReason() {
    guard var content, !content.fields.contains(where: { $0.id == Self.reasonField }) else {
      return
    }
    let all = valuesToSave
    content.fields.append(
      FormField(
        id: Self.reasonField, label: "Share it anyway, because",
        help: "The history keeps the reason. Leave it empty and mend the marked field instead.",
        placeholder: "e.g. it is the ward's own number", section: "Before others see it"))
    content.quick?.fields.append(Self.reasonField)
    self.content = content
    unseen = all
    show(quick: isQuick)
  }

  /// Whether people who do not see it yet will read it once it is saved, and were not shown here as it
  /// stands now.
  ///
  /// What a project, a site or a measure is called is the network's from the start; what somebody
  /// offers to the commons is shown before it is, and so is whatever else somebody chooses to share.
  var wantsPreview: Bool {
    let values = valuesToPreview
    guard values != previewed else { return false }
    let now = values["visibility"].flatMap(Visibility.init)
    switch subject {
    case .edit:
      let before = content?.base?.tree["visibility"]?.string.flatMap(Visibility.init) ?? .private
      return (now ?? before).reach > before.reach
    case .add(let type, _):
      let initial = Visibility.initial(of: type)
      let isShared = (now ?? initial).reach > 0
      return isShared
        && ([.resource, .need, .offer].contains(type) || (now ?? initial).reach > initial.reach)
    case .resource(let step): return step.form == .adapt && (now ?? .network).reach > 0
    case .cycle(let step):
      return [.share, .lesson].contains(step.form) && (now ?? .network).reach > 0
    default: return false
    }
  }

  /// Whether a reason is given why what looks as if it told who somebody is may stay.
  var saysWhyItMayStay: Bool {
    !(valuesToSave[Self.reasonField] ?? "").allSatisfy(\.isWhitespace)
  }

  /// What is shown before it is saved: everything but why it may be shared.
  var valuesToPreview: [String: String] {
    var values = valuesToSave
    values[Self.reasonField] = nil
    return values
  }
}
