import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Widgets

extension Collaboration {
  /// One number of a series: the period that is due next, its value, a note.
  func logForm(_ seriesID: String) throws(CollaborationError) -> FormContent {
    let place = try seriesPlace(seriesID)
    let document = try hasBegun(seriesID) ? editable(seriesID) : nil
    let measure = Measure(try self.document(place.measure).tree)
    let last = (document.map { Series($0.tree).points } ?? []).last { $0.status != .missing }?
      .period
    let present = Period(measure.frequency.unit, containing: clock.today)
    let next = last.map { min($0.successor, max($0, present)) } ?? present
    let example = measure.dataKind.hasDenominator ? "2/118" : "3.2"
    return FormContent(
      title: document.map(title) ?? "\(measure.name) at \(name(of: place.site))",
      fields: [
        FormField(
          id: "period", label: "Period", help: "e.g. \(next.description)", isRequired: true),
        FormField(
          id: "value", label: "Number",
          help: "\(example); ~\(example) provisional; 0/0 no opportunity; na not due; ? missing",
          isRequired: true),
        FormField(id: "note", label: "Note", help: "What others should know about this number."),
      ], values: ["period": next.description, "value": "", "note": ""], focus: "value",
      base: document)
  }

  /// A suggested phase, to be accepted with its reason: where it starts, what the lines would be.
  func phaseForm(_ seriesID: String) throws(CollaborationError) -> FormContent {
    let document = try editable(seriesID)
    let detail = try seriesDetail(seriesID)
    let offer = detail.phaseOffer
    let lines = detail.chart.chart.flatMap { chart in
      offer?.suggestion.lineWords(in: chart, detail.chart.words)
    }
    let reason = offer?.reason ?? ""
    return FormContent(
      title: "New phase: \(detail.measure) at \(detail.site)",
      fields: [
        FormField(
          id: "starts", label: "Starts", help: "The first period of the phase.", isRequired: true,
          section: lines.map { $0.prefix(1).uppercased() + $0.dropFirst() }),
        FormField(
          id: "reason", label: "Reason",
          help: "The known cause that will last, e.g. Bundle in use on all wards. It is shown "
            + "with your name and today's date.",
          isRequired: true, input: .longText),
      ], values: ["starts": offer?.starts ?? "", "reason": reason],
      focus: "reason", base: document)
  }
}

extension Array {
  /// The element at an index that may lie outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
