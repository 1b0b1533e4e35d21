import Collaborative
import TestSupport

extension Report {
  /// A report with every kind of block, all of whose texts come from one place.
  static func filled(_ text: () -> String) -> Report {
    func item() -> ReportItem { ReportItem(mark: text(), text(), note: text()) }
    func cell() -> ReportCell { ReportCell([text(), text()]) }
    return Report(
      title: text(), subtitle: text(), colophon: [text()],
      front: [
        ReportSection(text(), [.paragraph(text()), .list([item()])]),
        ReportSection(
          text(),
          [
            .drivers(
              DriverOutline(
                aim: text(), lines: [DriverOutline.Line(depth: 1, text: text(), note: text())]))
          ]),
      ],
      sections: [
        ReportSection(
          text(),
          [
            .paragraph(text()), .advice(text()), .heading(text()),
            .facts([ReportFact(text(), text()), ReportFact(text(), text())]),
          ]),
        ReportSection(text(), [.list([item(), item()])]),
        ReportSection(
          text(),
          [
            .table(
              ReportTable(
                text(), headers: [text(), text()], rows: [[cell(), cell()], [cell(), cell()]])),
            .drivers(
              DriverOutline(
                aim: text(),
                lines: [1, 2, 3, 1, 2].map { depth in
                  DriverOutline.Line(depth: depth, text: text(), isIdea: depth == 3, note: text())
                })),
          ]),
      ])
  }
}
