import ControlCharts
import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// Which sites took which elements of a package, how far each came and how reliably it is done.
  ///
  /// Only what mentions the package or its elements is read.
  ///
  /// - Parameter hasNumbers: whether it tells how reliably things are done, which takes the charts.
  public func bundleMatrix(
    of package: Resource, hasNumbers: Bool = true
  ) throws(CollaborationError) -> BundleMatrix {
    let items = package.items.reduce(into: [DocumentID]()) { all, id in
      if !all.contains(id) { all.append(id) }
    }
    let wanted = Set(items + [package.id])
    let adoptions = try documents(.adoption, mentioning: wanted).map { Adoption($0.tree) }
      .filter { wanted.contains($0.resource) }
    let sites = Set(adoptions.map(\.site)).map { (id: $0, name: shownName(of: $0)) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return BundleMatrix(
      elements: items.map { .init(id: $0, title: shownName(of: $0)) }, sites: sites,
      adoptions: adoptions.filter { $0.resource != package.id },
      reliability: { hasNumbers ? reliability($0) : nil })
  }

  /// The newest number of the measure that tells how reliably a site does what it took on.
  func reliability(_ adoption: Adoption) -> String? {
    guard let id = adoption.reliabilityMeasure, let measure = try? document(id),
      let series = try? document(Series.id(site: adoption.site, measure: id))
    else { return nil }
    let chart = SeriesChart(Series(series.tree), of: Measure(measure.tree), at: "")
    guard let value = chart.chart?.points.last(where: { $0.value != nil })?.value else {
      return nil
    }
    let unit = chart.measure.valueUnit
    return NumberText.short((value * 10).rounded() / 10) + (unit == "%" ? "%" : "")
  }

  func packagePage(_ package: Resource) throws(CollaborationError) -> Page {
    let matrix = try bundleMatrix(of: package)
    let target = Target(.resource, package.id)
    guard !matrix.elements.isEmpty else {
      return Page(
        target, title: "Package: \(package.title)",
        groups: [
          PageGroup(
            "", [.paragraph("It is made of nothing yet: e names the resources it is made of.")])
        ])
    }
    let nobody = "No site has taken any of it yet: + takes it on, in whole or in part."
    let more = "+ takes it on at a site of yours, in whole or in part."
    let count = matrix.elements.count
    return Page(
      target, title: "Package: \(package.title)",
      subtitle: "\(count) \(count == 1 ? "element" : "elements"), "
        + "\(matrix.rows.count) \(matrix.rows.count == 1 ? "site" : "sites")",
      groups: [
        PageGroup(
          "Elements",
          matrix.elements.enumerated().map { index, element in
            let used = matrix.rows.count { $0.cells[index]?.stage.isInUse ?? false }
            return .item(
              mark: "\(index + 1)", text: element.title,
              note: used == 0 ? "in use nowhere yet" : "in use at \(used) of \(matrix.rows.count)",
              target: destination(.resource, element.id))
          }),
        PageGroup(
          "Sites by elements",
          matrix.rows.isEmpty
            ? [.paragraph(nobody)] : [.matrix(matrix), .paragraph(more, tone: .quiet)]),
        PageGroup("Site by site", matrix.rows.flatMap { lines(of: $0, in: matrix) }),
      ])
  }

  /// A site, then each of its cells, which opens the try-out, and the numbers that it shows.
  private func lines(of row: BundleMatrix.Row, in matrix: BundleMatrix) -> [PageLine] {
    var lines = [
      PageLine.item(
        text: row.name, note: "\(row.inUse) of \(matrix.elements.count) in use",
        target: destination(.site, row.site))
    ]
    for (element, cell) in zip(matrix.elements, row.cells) {
      guard let cell else { continue }
      let notes = [
        cell.since.map { "since \($0.label)" }, cell.reason.map { "because: \($0)" },
      ]
      lines.append(
        .item(
          text: "\(element.title): \(cell.stage.word)",
          note: notes.compactMap(\.self).joined(separator: " · "), depth: 1,
          target: Target(.adoption, cell.adoption)))
      if let number = cell.reliability {
        lines.append(
          .item(
            text: "\(number) done as meant, as last reported", depth: 2,
            target: cell.series.flatMap { destination(.series, $0) }))
      }
    }
    return lines
  }
}
