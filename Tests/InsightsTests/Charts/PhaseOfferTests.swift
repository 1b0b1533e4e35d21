import ControlCharts
import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("Phases offered for a series")
struct PhaseOfferTests {
  private let fallen = steady + [5, 6, 5, 4, 6, 5, 5, 6, 4, 5]

  private func chart(
    _ cycles: [Cycle] = [], _ change: (inout JSON) -> Void = { _ in }
  ) -> SeriesChart {
    SeriesChart(series(months(fallen), change), of: measure(), at: "Riverside", cycles: cycles)
  }

  private func change(on day: String, purpose: String = "implement") -> Cycle {
    cycle("c") {
      $0["purpose"] = .string(purpose)
      $0["stage"] = "do"
      $0["title"] = "Bundle on all wards"
      $0["actualStart"] = .string(day)
    }
  }

  @Test("a change implemented near the start is offered as the cause")
  func cause() throws {
    for day in ["2026-06-10", "2026-09-01", "2026-10-20"] {
      let offer = try #require(chart([change(on: day)]).phaseOffer)
      #expect(offer.starts == "2026-09")
      #expect(offer.reason == "Bundle on all wards")
    }
  }

  @Test("a test, a plan and a change of another time are no cause")
  func noCause() throws {
    for cycle in [
      change(on: "2026-09-01", purpose: "test"), change(on: "2026-05-20"),
      change(on: "2026-12-01"),
    ] {
      let offer = try #require(chart([cycle]).phaseOffer)
      #expect(offer.reason == "")
      #expect(
        chart([cycle]).words(of: offer).last?.hasPrefix("No implemented change is known") == true)
    }
  }

  @Test("it says where, why, and what the lines would be")
  func words() throws {
    let chart = chart([change(on: "2026-09-01")])
    let offer = try #require(chart.phaseOffer)
    #expect(
      chart.words(of: offer) == [
        "A new phase could begin with Sep 2026: the shift has held ten months.",
        "Why: since Sep 2026, ten months in a row lie below the centre line 10.1.",
        "Centre line 10.1, then 5.1; limits 1.1 to 19.1, then 0 to 11.7.",
        "What may have caused it: “Bundle on all wards”, implemented in Sep 2026.",
      ])
  }

  @Test("an accepted phase ends the suggestion; the caption names who set it and when")
  func accepted() {
    let chart = chart([change(on: "2026-09-01")]) {
      $0["phases"] = [
        [
          "starts": "2026-09", "reason": "Bundle on all wards.", "author": "x", "on": "2026-11-23",
        ]
      ]
    }
    #expect(chart.phaseOffer == nil)
    #expect(
      chart.limitWords { $0 == "x" ? "Priya Nair" : nil } == [
        "Phase 2, since Sep 2026, set by Priya Nair on 23 Nov 2026: Bundle on all wards."
      ])
    #expect(chart.limitWords() == ["Phase 2, since Sep 2026: Bundle on all wards."])
    #expect(chart.finding.contains("nothing unusual in ten months of phase 2"))
    #expect(chart.finding.contains("around the centre line 5.1, 10.1 before"))
  }

  @Test("a target on a natural bound is never judged, whatever the chart's type")
  func naturalBound() {
    for target in [0.0, 100] {
      let chart = SeriesChart(
        series(months(steady)) { $0["target"] = ["value": JSON(target)] },
        of: measure { $0["chartType"] = "i" }, at: "")
      #expect(chart.verdict?.assurance == .notYet(.targetOnNaturalBound))
    }
    let measured = SeriesChart(
      series(months(steady)) { $0["target"] = ["value": 0] },
      of: measure {
        $0["chartType"] = "i"
        $0["dataKind"] = "continuous"
      }, at: "")
    #expect(measured.verdict?.assurance != .notYet(.targetOnNaturalBound))
  }
}
