import Collaborative
import DocumentStore
import Improvement
import Widgets

/// Needs and offers: what is asked for, and what becomes of what was typed.
extension Collaboration {
  func exchange(_ change: ExchangeChange) throws(CollaborationError) -> Outcome {
    switch change {
    case .accept(let id, let other): return try accept(id, other)
    case .withdrawOrReopen(let id):
      let tree = try document(id).tree
      let isWithdrawn = tree["state"]?.string == MatchState.withdrawn.rawValue
      return try isWithdrawn ? reopen(id) : retract(id)
    }
  }

  /// Who helped, when, how much, and a word of thanks; whose offer was accepted stands there already.
  func fulfilForm(_ needID: String) throws(CollaborationError) -> FormContent {
    let document = try editable(needID)
    let need = Need(document.tree)
    let helpful = (1...5).map { number in
      FormField.Choice(
        "\(number)", number == 1 ? "1 not at all" : number == 5 ? "5 very" : "\(number)")
    }
    return FormContent(
      title: "Who helped: \(need.title)",
      fields: [
        FormField(
          id: "fulfilled.by", label: "Who helped?", help: "A member of the network.",
          isRequired: true, input: .picker(title: "choose")),
        FormField(
          id: "fulfilled.at", label: "When?", help: "e.g. today, 2026-03-14", isRequired: true),
        FormField(
          id: "fulfilled.helpful", label: "How helpful?", help: "From 1, not at all, to 5, very.",
          input: .choice(helpful)),
        FormField(
          id: "thanks", label: "Thank them",
          help: "They read it on their Today. Leave it empty to say nothing.", input: .longText),
      ],
      values: [
        "fulfilled.by": likelyHelper(with: need) ?? "",
        "fulfilled.at": clock.today.description, "fulfilled.helpful": "", "thanks": "",
      ],
      choices: ["fulfilled.by": try references(to: .member).filter { $0.value != need.member }],
      focus: likelyHelper(with: need) == nil ? nil : "fulfilled.helpful", base: document)
  }
}

extension Collaboration.Help {
  init(typed values: [String: String]) {
    let by = values["fulfilled.by"] ?? ""
    self.init(
      by: by.isEmpty ? nil : by, on: values["fulfilled.at"] ?? "",
      helpful: values["fulfilled.helpful"] ?? "", thanks: values["thanks"] ?? "")
  }
}
