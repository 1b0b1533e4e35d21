import Collaborative
import DocumentStore
import Improvement
import Widgets

extension Collaboration {
  /// One point of a series as it stands: its number as it would be typed, its note, and why it does
  /// not count.
  func pointForm(_ subject: PointSubject) throws(CollaborationError) -> FormContent {
    let document = try editable(subject.seriesID)
    let series = Series(document.tree)
    let measure = Measure(try self.document(series.measure).tree)
    let point = series.points.first {
      $0.period == subject.period && $0.sequence == subject.sequence
    }
    let example = measure.dataKind.hasDenominator ? "2/118" : "3.2"
    let text = point.map(ObservationText.edit) ?? "?"
    return FormContent(
      title: "\(subject.period.label): \(title(of: document))",
      fields: [
        FormField(
          id: "value", label: "Number",
          help: "\(example); ~\(example) provisional; 0/0 no opportunity; na not due; ? missing",
          isRequired: true),
        FormField(
          id: "note", label: "Note", help: "What others should know, e.g. New theatre opened",
          input: .longText),
        FormField(
          id: "leftOut", label: "Left out because",
          help: "Only where the point shall not count; your name stands with the reason."),
      ],
      values: [
        "value": text, "note": point?.status == .missing ? "" : point?.note ?? "",
        "leftOut": point?.leftOutReason ?? "",
      ], focus: subject.isForNote ? "note" : "value", base: document)
  }

  /// A newer definition, which begins from how it reads today.
  func definitionForm(_ measureID: String) throws(CollaborationError) -> FormContent {
    let document = try editable(measureID)
    let measure = Measure(document.tree)
    let newest =
      measure.definitionVersions.last?.definition ?? measure.operationalDefinition ?? ""
    return FormContent(
      title: "New definition: \(measure.name)",
      fields: [
        FormField(
          id: "definition", label: "Definition",
          help: "So exact that two people count the same.", isRequired: true, input: .longText),
        FormField(
          id: "from", label: "From",
          help: "The day since which it is counted so. Every chart begins a phase there.",
          isRequired: true),
        FormField(
          id: "reason", label: "Why",
          help: "e.g. National definition changed. It is shown on every chart.",
          isRequired: true),
      ],
      values: [
        "definition": newest, "from": clock.today.description, "reason": "",
      ], base: document)
  }
}
