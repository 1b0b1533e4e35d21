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

  /// Who is about to see the document for the first time; nil where nobody is.
  private var newReaders: Visibility? {
    guard case .edit = subject, let content,
      let now = valuesToSave["visibility"].flatMap(Visibility.init), now.reach > 0
    else { return nil }
    let before = content.base?.tree["visibility"]?.string.flatMap(Visibility.init) ?? .private
    return now.reach > before.reach ? now : nil
  }

  /// What will be seen, and by whom, to be looked at once before it is; nil where that was done for
  /// just these readers, or nobody new will see it.
  mutating func previewOfSharing() -> String? {
    guard let readers = newReaders, previewedFor != readers else { return nil }
    previewedFor = readers
    let values = valuesToSave
    let kept = content?.base?.type == DocumentType.member.rawValue ? ["contact", "caresAbout"] : []
    let fields = content?.fields ?? []
    func labels(_ fields: [FormField]) -> String {
      var labels: [String] = []
      for field in fields where !labels.contains(field.label) { labels.append(field.label) }
      return labels.joined(separator: ", ")
    }
    let filled = fields.filter { field in
      field.id != Self.reasonField && field.id != "visibility"
        && !(values[field.id] ?? "").allSatisfy(\.isWhitespace)
    }
    let shown = filled.filter { !kept.contains($0.id) }
    let leftOut = filled.filter { kept.contains($0.id) }
    let who = readers == .public ? "Anyone" : "Everyone in the network"
    let without = leftOut.isEmpty ? "" : " Not shown unless agreed: \(labels(leftOut))."
    let counts =
      readers == .public && content?.base?.type == DocumentType.series.rawValue
      ? " Small counts are hidden, with every total, limit and verdict that rests on them." : ""
    return "\(who) will read: \(labels(shown)).\(without)\(counts) ^s shares it, Esc leaves."
  }
}

extension Visibility {
  /// How far a document reaches beyond its team.
  fileprivate var reach: Int {
    switch self {
    case .private, .team: 0
    case .network: 1
    case .public: 2
    }
  }
}
