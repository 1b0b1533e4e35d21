import Collaborative
import Improvement
import Insights
import JSONTree
import Testing

@Suite struct PublicCopyTests {
  let store: TemporaryStore
  let steward: Collaboration
  let seriesID: String

  init() throws {
    store = try TemporaryStore()
    steward = try store.furnished()
    var id = ""
    for (month, number) in [("01", "2/118"), ("02", "0/120"), ("03", "30/125"), ("04", "119/122")] {
      id = try steward.log(
        ObservationEntry(
          measure: "Wound infections", site: "riverside", period: "2026-\(month)", text: number,
          note: "note \(month)")
      ).seriesID
    }
    seriesID = id
  }

  private func visitor() throws -> Collaboration { try store.open("passer-by") }

  private static func numbers(_ tree: JSON) -> [String] {
    Series(tree).points.map { point in
      "\(point.status.rawValue) \(point.numerator.map { "\(Int($0))" } ?? "-")"
    }
  }

  private static let shown = ["hidden -", "reported 0", "reported 30", "hidden -"]

  @Test func aVisitorReadsSmallCountsNowhere() throws {
    let visitor = try visitor()
    #expect(Self.numbers(try visitor.document(seriesID).tree) == Self.shown)
    #expect(Self.numbers(visitor.presented(try visitor.document(seriesID))) == Self.shown)
    #expect(try visitor.documents(.series).map { Self.numbers($0.tree) } == [Self.shown])
    #expect(
      try visitor.list(ListRequest(type: .series)).rows.map { Self.numbers($0.tree) } == [
        Self.shown
      ])
    #expect(Self.numbers(try steward.document(seriesID).tree).first == "reported 2")
  }

  @Test func neitherRevisionNorHistoryNorSearchTellsWhatIsHidden() throws {
    let visitor = try visitor()
    #expect(try visitor.document(seriesID).revision != steward.document(seriesID).revision)
    let history = try visitor.history(of: seriesID)
    #expect(!history.contains { $0.words.contains("118") || $0.changes?.isEmpty == false })
    let found = try visitor.list(ListRequest(type: .series, search: "01"))
    #expect(found.rows.allSatisfy { Self.numbers($0.tree) == Self.shown })
    let guess = ListRequest.Condition(field: "points", value: "118")
    #expect(try visitor.list(ListRequest(type: .series, conditions: [guess])).rows.isEmpty)
  }

  @Test func aWholeIsHiddenWithOneOfItsGroups() throws {
    let series = Series(try steward.document(seriesID).tree)
    let group = try steward.add(
      .series,
      document: [
        "site": .string(series.site), "measure": .string(series.measure), "stratum": "over-75",
        "visibility": "network",
        "points": [["period": "2026-03", "numerator": 3, "denominator": 60]],
      ])
    let visitor = try visitor()
    #expect(Self.numbers(try visitor.document(group.id).tree) == ["hidden -"])
    #expect(Self.numbers(try visitor.document(seriesID).tree)[2] == "hidden -")
  }

  @Test func monthsThatSayNothingAreChartedByQuarters() throws {
    var id = ""
    for (month, number) in [("01", "5/118"), ("02", "6/120"), ("03", "7/125"), ("04", "1/122")] {
      id = try steward.log(
        ObservationEntry(
          measure: "Wound infections", site: "hillview", period: "2026-\(month)", text: number)
      ).seriesID
    }
    let chart = try visitor().seriesDetail(id).chart
    #expect(chart.points.map(\.periodText) == ["2026-Q1", "2026-Q2"])
    #expect(chart.points.map(\.numerator) == [18, nil])
    #expect(try steward.seriesDetail(id).chart.points.count == 4)
  }

  @Test func theThresholdIsTheNetworksOwn() throws {
    let network = try #require(try steward.documents(.network).first)
    try steward.set(network.id, "smallestCount=3")
    #expect(Self.numbers(try visitor().document(seriesID).tree)[0] == "hidden -")
    try steward.set(network.id, "smallestCount=1")
    #expect(Self.numbers(try visitor().document(seriesID).tree)[0] == "reported 2")
  }

  @Test func aMemberSeesTheNetworkFromOutside() throws {
    #expect(Self.numbers(try steward.seenFromOutside.document(seriesID).tree) == Self.shown)
  }
}
