import ControlCharts
import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("Sites compared on one measure")
struct SiteComparisonTests {
  private func chart(
    _ site: String, _ points: [JSON], of measure: Measure = measure()
  ) -> SeriesChart {
    SeriesChart(
      series(points) { $0["id"] = .string("\(site).m") }, of: measure, at: site)
  }

  @Test("the newest twelve months that at least half of the sites have are added up")
  func usualSpan() throws {
    let comparison = SiteComparison(
      of: measure(),
      [
        chart("Oak", months(Array(repeating: 5, count: 20))),
        chart("Ash", months(Array(repeating: 4, count: 20))),
        chart("Elm", months(Array(repeating: 3, count: 14))),
      ])
    #expect(comparison.span?.label == "Sep 2025 to Aug 2026")
    #expect(comparison.entries.map(\.site) == ["Ash", "Elm", "Oak"])
    #expect(comparison.entries.map(\.numerator) == [48, 18, 60])
    #expect(comparison.entries.map(\.denominator) == [1200, 600, 1200])
    #expect(comparison.entries.map(\.given) == [12, 6, 12])
    #expect(comparison.caption.contains("Fewer numbers than the others' 12: Elm 6."))
    #expect(try #require(comparison.funnel?.centre) == 100 * 126.0 / 3000)
    #expect(comparison.title == "Wound infections, Sep 2025 to Aug 2026")
  }

  @Test("what is provisional, left out, missing or without counts adds nothing and is counted")
  func notUsed() {
    var points = months([5, 5, 5, 5, 5, 5])
    points[1]["quality"] = "provisional"
    points[2]["leftOut"] = ["reason": "wrong form"]
    points[3] = ["period": "2025-04", "status": "missing"]
    points[4] = ["period": "2025-05", "value": 3]
    points[5] = ["period": "2025-06", "status": "no-opportunity"]
    let comparison = SiteComparison(of: measure(), [chart("Oak", points)], over: TimeSpan("2025"))
    #expect(comparison.entries[0].numerator == 5 && comparison.entries[0].denominator == 100)
    #expect(comparison.entries[0].given == 2 && comparison.entries[0].notUsed == 3)
    #expect(
      comparison.caption.last
        == "Left out, provisional or without counts, and so not added: 3 numbers.")
  }

  @Test("a new definition cuts the span, because only what is the same is compared")
  func definition() {
    let measure = measure {
      $0["definitionVersions"] = [["from": "2025-07-01", "definition": "deep infections only"]]
    }
    let comparison = SiteComparison(
      of: measure, [chart("Oak", months(Array(repeating: 5, count: 12)), of: measure)],
      over: TimeSpan("2025"))
    #expect(comparison.span?.label == "Jul 2025 to Dec 2025")
    #expect(comparison.wanted?.label == "2025")
    #expect(comparison.entries[0].given == 6)
    #expect(comparison.caption.contains("The span begins with the definition of 1 Jul 2025."))
  }

  @Test("a measure without denominators and sites without numbers say why there is no funnel")
  func problems() {
    let minutes = measure { $0["dataKind"] = "continuous" }
    #expect(SiteComparison(of: minutes, []).problem?.contains("no denominators") == true)
    #expect(
      SiteComparison(of: measure(), [chart("Oak", [])]).problem
        == "no site has final numbers with denominators yet")
    let wrong = SiteComparison(of: measure(), [chart("Oak", months([200]))])
    #expect(wrong.problem?.contains("Oak") == true && wrong.funnel == nil)
  }

  @Test("spans are read, named and moved by their own length")
  func spans() throws {
    for (text, label, before) in [
      ("2026", "2026", "2025"), ("2026-Q1", "Q1 2026", "Q4 2025"),
      ("2026-03", "Mar 2026", "Feb 2026"), ("2026-W12", "week 12, 2026", "week 11, 2026"),
      ("2026-03-14", "14 Mar 2026", "13 Mar 2026"),
    ] {
      let span = try #require(TimeSpan(text))
      #expect(span.label == label && span.advanced(by: -1).label == before)
      #expect(span.advanced(by: -1).advanced(by: 1) == span)
    }
    for text in ["", "26", "2026-13", "two", "２０２６", "2026-"] { #expect(TimeSpan(text) == nil) }
    let year = TimeSpan.year(endingWith: day("2026-10-09"))
    #expect(year.label == "Nov 2025 to Oct 2026")
    #expect(year.advanced(by: -1).label == "Nov 2024 to Oct 2025")
  }
}
