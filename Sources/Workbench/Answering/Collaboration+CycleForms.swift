import Collaborative
import ControlCharts
import DocumentStore
import Improvement
import JSONTree
import Widgets

/// Forms for one step of a cycle, and what becomes of what was typed into them.
extension Collaboration {
  func cycleForm(_ step: CycleSubject) throws(CollaborationError) -> FormContent {
    switch step.form {
    case .next: return try nextCycleForm(after: document(step.id))
    case .clone: return try cloneForm(of: document(step.id))
    default: break
    }
    let base = try editable(step.id)
    let cycle = Cycle(base.tree)
    return switch step.form {
    case .observation: observationForm(cycle, base)
    case .harm: try harmForm(cycle, base)
    case .scores: try scoreForm(cycle, base)
    case .decision: try decisionForm(cycle, base)
    case .share: try shareForm(cycle, base)
    case .lesson, .next, .clone: try lessonForm(cycle, base)
    }
  }

  func saveCycleForm(
    _ step: CycleSubject, _ values: [String: String], _ content: FormContent
  ) throws(CollaborationError) -> Outcome {
    let base = if let base = content.base { base } else { try document(step.id) }
    switch step.form {
    case .observation: return try observe(values["text"] ?? "", in: step.id)
    case .harm:
      return try noteHarm(
        what: values["harm.what"] ?? "", when: values["harm.when"] ?? "", in: base)
    case .scores:
      return try score(Self.scores(in: values), summary: values["study.summary"] ?? "", in: base)
    case .decision: return try decide(values, in: base)
    case .lesson: return try share(values, as: .lesson, of: base)
    case .share: return try share(values, as: .changeIdea, of: base)
    case .next: return try addNext(NewCycleValues(values).assignments, after: base)
    case .clone:
      return try add(
        .cycle,
        assignments: NewCycleValues(values).assignments + [Assignment("clonedFrom", step.id)])
    }
  }

  private func observationForm(_ cycle: Cycle, _ base: StoredDocument) -> FormContent {
    FormContent(
      title: "Seen in: \(cycle.title)",
      fields: [
        FormField(
          id: "text", label: "What did you see?",
          help: "It is kept with the time and your name, beside what others add.",
          isRequired: true, input: .longText)
      ], values: ["text": ""], base: base)
  }

  private func harmForm(
    _ cycle: Cycle, _ base: StoredDocument
  ) throws(CollaborationError) -> FormContent {
    var content = try form(
      of: ["harm.what", "harm.when"], in: base, title: "Harm in: \(cycle.title)",
      required: ["harm.what", "harm.when"])
    if cycle.harmOn == nil { content.fill("harm.when", clock.today.description) }
    content.advice =
      "Your coach sees it at once. This does not replace your incident system: report it there."
    return content
  }

  private func decisionForm(
    _ cycle: Cycle, _ base: StoredDocument
  ) throws(CollaborationError) -> FormContent {
    var content = try form(
      of: ["act.decision", "act.rationale", "study.summary", "howSure.after.degreeOfBelief"],
      in: base, title: "Decide: \(cycle.title)", required: ["act.decision"])
    content.advice = cycle.predictions.isEmpty ? nil : "\(PredictionRecord(of: cycle))".capitalised
    return content
  }

  /// Some fields of a document as a form of their own.
  private func form(
    of paths: [String], in base: StoredDocument, title: String, required: Set<String> = []
  ) throws(CollaborationError) -> FormContent {
    var fields: [FormField] = []
    var values: [String: String] = [:]
    for path in paths {
      let field = try field(path, of: .cycle)
      var asked = formField(AskedField(field: field, section: nil))
      asked.isRequired = required.contains(path)
      fields.append(asked)
      values[path] = editText(base.tree[field.path], as: field.kind)
    }
    return FormContent(title: title, fields: fields, values: values, base: base)
  }

  // MARK: Scores

  /// Each prediction with what came of it, one after the other, then what was learnt of all.
  private func scoreForm(
    _ cycle: Cycle, _ base: StoredDocument
  ) throws(CollaborationError) -> FormContent {
    var fields: [FormField] = []
    var values: [String: String] = [:]
    for (index, prediction) in cycle.predictions.enumerated() {
      let record = cycle.result(ofPrediction: index)?.tree
      for (position, name) in PredictionScore.fields.enumerated() {
        let path = "study.results.\(index).\(name)"
        let field = try field(path, of: .cycle)
        var asked = formField(AskedField(field: field, section: nil))
        asked.id = path
        asked.isRequired = false
        if position == 0 { asked.section = "Predicted: \(prediction.shown)" }
        if name == "value", let expected = prediction.expectedValue {
          asked.help = "You expected \(NumberText.short(expected))."
        }
        fields.append(asked)
        values[path] = FieldText.edit(record?[name], as: field.kind)
      }
    }
    var summary = formField(AskedField(field: try field("study.summary", of: .cycle), section: nil))
    summary.section = "All in all"
    fields.append(summary)
    values[summary.id] = cycle.summary ?? ""
    let open = cycle.predictions.indices.first {
      cycle.result(ofPrediction: $0)?.matched == nil
    }
    return FormContent(
      title: "Compare: \(cycle.title)", fields: fields, values: values,
      focus: open.map { "study.results.\($0).result" }, base: base,
      advice: cycle.predictions.isEmpty
        ? "Nothing was predicted; write down what you learnt all the same." : nil)
  }

  /// What was typed beside each prediction.
  private static func scores(in values: [String: String]) -> [PredictionScore] {
    var texts: [Int: [String: String]] = [:]
    for (key, text) in values {
      let steps = JSONPath(key).steps
      guard steps.count == 4, steps[1] == "results", let index = Int(steps[2]) else { continue }
      texts[index, default: [:]][steps[3]] = text
    }
    return texts.sorted { $0.key < $1.key }.map {
      PredictionScore(prediction: $0.key, texts: $0.value)
    }
  }

  // MARK: Lesson

  private func lessonForm(
    _ cycle: Cycle, _ base: StoredDocument
  ) throws(CollaborationError) -> FormContent {
    let learnt = [cycle.summary, cycle.rationale].compactMap(\.self)
    var values = [
      "title": "What we learnt: \(cycle.ramp ?? cycle.title)",
      "plainSummary": learnt.joined(separator: "\n"), "whatToAvoid": "",
      "visibility": Visibility.network.rawValue,
    ]
    var fields: [FormField] = []
    for path in ["plainSummary", "title", "whatToAvoid", "visibility"] {
      var asked = formField(
        AskedField(field: try field(path, of: .resource), section: nil))
      if path == "plainSummary" {
        asked.label = "What did you learn?"
        asked.isRequired = true
      }
      fields.append(asked)
      values[path] = values[path] ?? ""
    }
    return FormContent(
      title: "A lesson for the commons: \(cycle.title)", fields: fields, values: values,
      base: base,
      advice: "^s shares it with the network; Esc leaves it unshared, the decision stays.")
  }
}

extension FormContent {
  /// Puts a text into a field that a person has not touched yet.
  mutating func fill(_ field: String, _ text: String) {
    values[field] = text
    original[field] = text
  }
}

extension Prediction {
  /// The prediction on one line, with the number that is expected.
  var shown: String {
    let line = prediction.split(whereSeparator: \.isNewline).joined(separator: " ")
    return expectedValue.map { "\(line) (\(NumberText.short($0)))" } ?? line
  }
}

extension String {
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
