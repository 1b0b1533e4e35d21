import Collaborative
import Improvement

extension Collaboration {
  /// What this person typed and has not saved, as lines of Today that lead back to it.
  func draftRows() -> [TodayRow] {
    drafts().compactMap { draft in
      let id = FormSubject.documentID(inDraft: draft.name)
      let document = id.isEmpty ? nil : try? self.document(id)
      if !id.isEmpty, document == nil { return nil }
      let type = document.flatMap { DocumentType(rawValue: $0.type) }
      let isGrid = draft.name.hasPrefix("numbers-")
      let subject = FormSubject(draft: draft.name, about: type)
      guard isGrid || subject != nil, let me = principal.memberID else { return nil }
      let title = document.map { "“\(self.title(of: $0))”" } ?? ""
      let what = isGrid ? "numbers in the grid" : subject?.draftWords(title) ?? title
      return TodayRow.draft(
        draft, what, excerpt: isGrid ? "" : draft.excerpt,
        place: type == .project ? document.map { self.title(of: $0) } ?? "" : "",
        about: type.map { Target($0, id) } ?? Target(.member, me))
    }
  }
}

extension FormSubject {
  /// What a draft is to become.
  ///
  /// - Parameter title: of the document it is about, in quotes; empty where there is none.
  fileprivate func draftWords(_ title: String) -> String {
    switch self {
    case .add(.note, _) where !title.isEmpty: "a note on \(title)"
    case .add(let type, _): "a new \(type.label)"
    case .edit: "changes to \(title)"
    case .log: "a number of \(title)"
    case .cycle(let step): "\(step.form.draftWords) \(title)"
    case .driver(let driver): "\(driver.kind == .idea ? "an idea" : "a driver") of \(title)"
    case .projectEntry(let entry):
      "\(entry.list == .milestones ? "a milestone" : "a barrier") of \(title)"
    case .score: "a score of \(title)"
    case .decision: "a decision about \(title)"
    case .definition: "a definition of \(title)"
    default: "what you typed about \(title)"
    }
  }
}

extension CycleForm {
  fileprivate var draftWords: String {
    switch self {
    case .observation: "what was seen in"
    case .harm: "harm in"
    case .scores: "the comparison in"
    case .decision: "the decision on"
    case .next: "the cycle after"
    case .clone: "a copy of"
    case .lesson, .share: "what was learnt in"
    }
  }
}

extension KeptDraft {
  /// A few of the words that were typed: the longest text.
  fileprivate var excerpt: String {
    let texts = values.filter { $0.value.contains { $0.isWhitespace } }
    guard let longest = texts.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
    else {
      return ""
    }
    let words = longest.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 60 ? words.prefix(59) + "…" : words
  }
}
